/** Tells whether a build target's inputs changed since it was built: by size and time first, by content where those differ. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from '../setup/paths.mjs';

/** @typedef {{ listing: string, content: string }} Stamp */

/** @param {string} path a file or folder @param {(file: string) => boolean} takes @returns {string[]} */
function walk(path, takes) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return takes(path) ? [path] : [];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = join(path, entry.name);
      if (entry.isDirectory()) return walk(child, takes);
      return takes(child) ? [child] : [];
    });
}

/** @param {string} file */
const isSource = (file) => !/\.(?:test|suite)\.tsx?$/.test(file);

/** @param {string} name */
const stampFile = (name) => inRoot('dist', '.stamps', `${name}.json`);

/** @param {readonly string[]} lines */
const hash = (lines) => createHash('sha256').update(lines.join('\n')).digest('hex');

/**
 * Looks at a target's inputs.
 * @param {string} name
 * @param {readonly string[]} inputs files and folders, from the checkout's top
 * @param {readonly string[]} outputs likewise: a target whose output is gone is stale
 * @returns {{ stale: boolean, built: () => void }} `built` remembers the inputs as they were when they were looked at
 */
export function look(name, inputs, outputs) {
  const files = inputs.flatMap((input) => walk(inRoot(input), isSource));
  const listing = hash(
    files.map((file) => {
      const { size, mtimeMs } = statSync(file);
      return `${file} ${size} ${mtimeMs}`;
    }),
  );
  /** @type {Stamp | null} */
  const before = existsSync(stampFile(name)) ? JSON.parse(readFileSync(stampFile(name), 'utf8')) : null;
  const present = outputs.every((output) => existsSync(inRoot(output)));
  if (present && before?.listing === listing) return { stale: false, built: () => {} };
  const content = hash(files.map((file) => `${file} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`));
  const built = () => {
    mkdirSync(dirname(stampFile(name)), { recursive: true });
    writeFileSync(stampFile(name), JSON.stringify({ listing, content }));
  };
  if (present && before?.content === content) {
    built();
    return { stale: false, built };
  }
  return { stale: true, built };
}
