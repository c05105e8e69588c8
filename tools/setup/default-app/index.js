/* Stands in for the default app that the fallback runtime lacks: `electron [-r FILE] FOLDER-OR-FILE …`. */
const { app } = require('electron');
const { readFileSync, statSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

const args = process.argv.slice(1);
const preloads = [];
let target = null;
for (let index = 0; index < args.length; index += 1) {
  const arg = args[index];
  if (arg === '-r' || arg === '--require') preloads.push(args[(index += 1)]);
  else if (!arg.startsWith('-')) {
    target = resolve(arg);
    break;
  }
}
for (const file of preloads) require(resolve(file));
if (target === null) {
  process.stderr.write('Name the app to run.\n');
  app.exit(1);
} else {
  process.defaultApp = true;
  const folder = statSync(target).isDirectory();
  let entry = target;
  if (folder) {
    const manifest = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
    app.setName(manifest.productName ?? manifest.name);
    app.setVersion(manifest.version);
    app.setPath('userData', join(app.getPath('appData'), app.getName()));
    entry = join(target, manifest.main);
  }
  app.setAppPath(folder ? target : dirname(target));
  // Loaded synchronously: schemes must be registered before the app becomes ready.
  require(entry);
}
