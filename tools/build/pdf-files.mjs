import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../setup/paths.mjs';

/** What pdf.js loads by address while it works, and nothing that runs as WebAssembly or belongs to its scripting. */
const wanted = {
  cmaps: /\.bcmap$|^LICENSE/,
  standard_fonts: /\.(?:pfb|ttf)$|^LICENSE/,
  wasm: /_nowasm_fallback\.js$|^LICENSE/,
};

/**
 * Puts the files that pdf.js needs at hand beside the page, under `pdf/`: it must fetch nothing from elsewhere.
 * @returns {import('vite').Plugin}
 */
export function pdfFiles() {
  return {
    name: 'pdf-files',
    apply: 'build',
    generateBundle() {
      for (const [folder, names] of Object.entries(wanted)) {
        const from = inRoot('node_modules', 'pdfjs-dist', folder);
        for (const name of readdirSync(from).filter((name) => names.test(name))) {
          this.emitFile({ type: 'asset', fileName: `pdf/${folder}/${name}`, source: readFileSync(join(from, name)) });
        }
      }
    },
  };
}
