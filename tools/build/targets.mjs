/** What is built, from what, and how. Every builder is loaded only when its target is stale. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inRoot } from '../setup/paths.mjs';

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {readonly string[]} inputs files and folders whose change makes it stale
 * @property {readonly string[]} outputs
 * @property {() => Promise<void>} build
 */

const common = ['package-lock.json', 'tools/build'];

/** Options of every bundle that runs in Electron's or Node's own process. @type {import('esbuild').BuildOptions} */
export const nodeBundle = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  external: ['electron'],
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: inRoot(),
};

/** The bundles of the main process. CommonJS: it is loaded before the app becomes ready, and starts quicker. @type {import('esbuild').BuildOptions} */
export const mainBundle = {
  ...nodeBundle,
  entryPoints: {
    index: 'main/index.ts',
    preload: 'main/preload/index.ts',
    print: 'main/cli/print/index.ts',
    journal: 'main/journal/process.ts',
    sync: 'main/sync/process.ts',
  },
  format: 'cjs',
  outdir: 'dist/main',
  outExtension: { '.js': '.cjs' },
  minifySyntax: true,
};

/** @type {import('esbuild').BuildOptions} */
export const cliBundle = {
  ...nodeBundle,
  entryPoints: { index: 'main/cli/index.ts' },
  format: 'esm',
  outdir: 'dist/cli',
  outExtension: { '.js': '.mjs' },
  // Bundled CommonJS packages still call require for Node's own modules, and look for their files beside themselves. The name is one that
  // no package imports itself.
  banner: {
    js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url); const __dirname = import.meta.dirname;",
  },
};

/** What puts briefs on pages, in the print window: one file that the main process hands over. @type {import('esbuild').BuildOptions} */
const pagesBundle = {
  bundle: true,
  platform: 'browser',
  target: 'chrome130',
  entryPoints: { pages: 'renderer/print/index.ts' },
  format: 'iife',
  outdir: 'dist/main',
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: inRoot(),
  // Our modules only declare things: of what comes through a door, only what is used is taken along.
  plugins: [
    {
      name: 'only-what-is-used',
      setup(build) {
        build.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) =>
          kind === 'entry-point' ? null : { path: resolve(resolveDir, path), sideEffects: false },
        );
      },
    },
  ],
};

/** @param {import('esbuild').BuildOptions} options */
async function bundle(options) {
  const esbuild = await import('esbuild');
  await esbuild.build(options);
}

/** Copies what the printed brief is made with: our stylesheet and its fonts, those that packages bring as well. */
async function copyPrint() {
  const out = inRoot('dist', 'print');
  rmSync(out, { recursive: true, force: true });
  cpSync(inRoot('resources', 'print'), out, { recursive: true });
  const css = readFileSync(join(out, 'brief.css'), 'utf8');
  for (const [, file = ''] of css.matchAll(/url\('fonts\/([^']+)'\)/g)) {
    const [family = ''] = /^(?:inter|source-serif-4)(?=-)/.exec(file) ?? [];
    if (family !== '') cpSync(inRoot('node_modules', '@fontsource', family, 'files', file), join(out, 'fonts', file));
  }
}

/** SQLite, compiled: its bundled loader looks for it beside itself. */
const sqlite = 'node-sqlite3-wasm.wasm';

/** @type {readonly Target[]} */
export const targets = [
  {
    name: 'renderer',
    inputs: [...common, 'renderer', 'shared', 'resources', 'vite.config.ts'],
    outputs: ['dist/renderer/index.html'],
    build: async () => {
      const vite = await import('vite');
      await vite.build({ configFile: inRoot('vite.config.ts'), logLevel: 'warn' });
    },
  },
  {
    name: 'main',
    inputs: [...common, 'main', 'renderer/print', 'shared', 'resources'],
    outputs: [
      'dist/main/index.cjs',
      'dist/main/preload.cjs',
      'dist/main/journal.cjs',
      'dist/main/sync.cjs',
      'dist/main/pages.js',
      `dist/main/${sqlite}`,
    ],
    build: async () => {
      await Promise.all([bundle(mainBundle), bundle(pagesBundle)]);
      cpSync(inRoot('node_modules', 'node-sqlite3-wasm', 'dist', sqlite), inRoot('dist', 'main', sqlite));
    },
  },
  {
    name: 'cli',
    inputs: [...common, 'main/cli', 'main/files', 'main/journal', 'main/library', 'shared', 'resources'],
    outputs: ['dist/cli/index.mjs', `dist/cli/${sqlite}`],
    build: async () => {
      await bundle(cliBundle);
      cpSync(inRoot('node_modules', 'node-sqlite3-wasm', 'dist', sqlite), inRoot('dist', 'cli', sqlite));
    },
  },
  { name: 'print', inputs: [...common, 'resources/print'], outputs: ['dist/print'], build: copyPrint },
];
