import dictionary from 'dictionary-en';
import { readFileSync } from 'node:fs';
import { inRoot } from '../setup/paths.mjs';

/**
 * Puts the English dictionary beside the page, under `spelling/`, with its licence: spelling is checked without a network.
 * @returns {import('vite').Plugin}
 */
export function spellingFiles() {
  return {
    name: 'spelling-files',
    apply: 'build',
    generateBundle() {
      const files = {
        'en-aff.txt': dictionary.aff,
        'en-dic.txt': dictionary.dic,
        'LICENSE.txt': readFileSync(inRoot('node_modules', 'dictionary-en', 'license')),
      };
      for (const [name, source] of Object.entries(files)) {
        this.emitFile({ type: 'asset', fileName: `spelling/${name}`, source });
      }
    },
  };
}
