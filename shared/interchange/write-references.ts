import type { EntryOf } from '../story/sections.ts';
import { writeBibtex } from './bibtex/write.ts';
import { writeCsl } from './csl/write.ts';
import type { ReferenceFormat } from './format.ts';
import { writeRis } from './ris/write.ts';
import { referenceOf } from './source-reference.ts';

/** The sources as a file of references; SPEC.md says what each form cannot say. */
export function writeReferences(sources: readonly EntryOf<'sources'>[], format: ReferenceFormat): string {
  switch (format) {
    case 'csl':
      return writeCsl(sources);
    case 'ris':
      return writeRis(sources.map(referenceOf));
    case 'bibtex':
      return writeBibtex(sources.map(referenceOf));
  }
}
