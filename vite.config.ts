import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pdfFiles } from './tools/build/pdf-files.mjs';
import { spellingFiles } from './tools/build/spelling-files.mjs';
import { inRoot } from './tools/setup/paths.mjs';

/** Builds the window's page. Everything it needs is bundled: the page is served from `app://backstory` with no network. */
export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react(), pdfFiles(), spellingFiles()],
  resolve: {
    // Its form for browsers decodes by means of `innerHTML`, which a worker lacks and the content policy forbids.
    alias: { 'decode-named-character-reference': inRoot('node_modules/decode-named-character-reference/index.js') },
  },
  // Fonts and pictures stay files of our own origin, so that the content policy needs no `data:` source.
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    // Our modules only declare things, apart from these two: what a view alone uses is then loaded with that view, although
    // it comes through a door that the first picture uses as well.
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: [
          { test: /\/renderer\/(?:main\.tsx|bridge\/trusted-types\.ts)$/, sideEffects: true },
          { test: /\/(?:renderer|shared)\/.*\.tsx?$/, sideEffects: false },
        ],
      },
    },
  },
  worker: { format: 'es' },
});
