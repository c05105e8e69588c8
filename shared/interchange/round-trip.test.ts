import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInWords } from '../story/dates/index.ts';
import type { StoryDate } from '../story/dates/index.ts';
import type { EntryOf } from '../story/sections.ts';
import { biblatexDate } from './bibtex/dates.ts';
import { completeSource } from './complete-source.ts';
import { fromWords } from './csl/dates.ts';
import { nameOfWords, nameWords } from './names.ts';
import { readReferences } from './read-references.ts';
import type { ReferenceFormat } from './format.ts';
import { anySource } from './testing/any-source.suite.ts';
import { writeReferences } from './write-references.ts';

type Fields = EntryOf<'sources'>['fields'];

function through(sources: readonly EntryOf<'sources'>[], format: ReferenceFormat): readonly Fields[] {
  const text = writeReferences(sources, format);
  const read = readReferences(new TextEncoder().encode(text), `any.${format}`);
  if (!read.ok) throw new Error(`${read.error.message}\n${text}`);
  expect(read.value.format).toBe(format);
  expect(read.value.problems).toEqual([]);
  return read.value.sources.map(({ draft }) => completeSource(draft.fields));
}

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();
const authorsAs = (fields: Fields, literal: (text: string) => string): readonly string[] =>
  fields.authors
    .map((words) => nameOfWords(words))
    .map((name) => line(nameWords('literal' in name ? { literal: literal(name.literal) } : name)))
    .filter((name) => name !== '');

const sameDay = (date: StoryDate | null): string => date?.edtf ?? '';

describe('sources through a file and back', () => {
  it('[IX8] [IX32] CSL-JSON says all but captures', () => {
    fc.assert(
      fc.property(fc.array(anySource, { minLength: 1, maxLength: 3 }), (sources) => {
        const back = through(sources, 'csl');
        expect(back.map(({ reference: _, ...fields }) => fields)).toEqual(
          sources.map(({ fields: { reference: _, ...fields } }) => fields),
        );
        // What the reference holds is given back as well: a second file is the first.
        const again = sources.map((source, at) => ({ ...source, fields: back[at] ?? source.fields }));
        expect(JSON.parse(writeReferences(again, 'csl'))).toEqual(JSON.parse(writeReferences(sources, 'csl')));
      }),
    );
  });

  it('[IX14] RIS says what its table in SPEC.md lists', () => {
    fc.assert(
      fc.property(fc.array(anySource, { minLength: 1, maxLength: 3 }), (sources) => {
        const back = through(sources, 'ris');
        sources.forEach(({ fields }, at) => {
          const got = back[at];
          expect(got?.title).toBe(line(fields.title));
          expect(got?.authors).toEqual(authorsAs(fields, (text) => text.replace(/\s*,\s*/g, ' ')));
          expect(got?.address || line(fields.address)).toBe(line(fields.address) || got?.address);
          expect(got?.language).toBe(fields.language);
          for (const key of ['published', 'accessed'] as const) {
            const date = fields[key];
            if (date !== null && sayable(date)) expect(sameDay(got?.[key] ?? null)).toBe(date.edtf);
          }
        });
      }),
    );
  });

  it('[IX24] BibTeX says what its table in SPEC.md lists', () => {
    fc.assert(
      fc.property(fc.array(anySource, { minLength: 1, maxLength: 3 }), (sources) => {
        const back = through(sources, 'bibtex');
        sources.forEach(({ fields }, at) => {
          const got = back[at];
          expect(got?.title).toBe(line(fields.title));
          expect(got?.authors).toEqual(authorsAs(fields, (text) => text));
          expect(got?.language).toBe(fields.language);
          if (fields.published !== null && (biblatexDate(fields.published) !== '' || sayable(fields.published)))
            expect(sameDay(got?.published ?? null)).toBe(fields.published.edtf);
          if (fields.accessed !== null && biblatexDate(fields.accessed) !== '')
            expect(sameDay(got?.accessed ?? null)).toBe(fields.accessed.edtf);
        });
      }),
    );
  });

  it.each(['csl', 'ris', 'bibtex'] as const)(
    '[IX2] %s: a file that was read and written says the same again',
    (format) => {
      fc.assert(
        fc.property(anySource, (source) => {
          const once = { ...source, fields: through([source], format)[0] ?? source.fields };
          const twice = { ...source, fields: through([once], format)[0] ?? source.fields };
          expect(twice.fields).toEqual(once.fields);
        }),
      );
    },
  );
});

/** Whether the words of a date are read back. */
function sayable({ edtf }: StoryDate): boolean {
  return fromWords(dateInWords({ edtf }))?.edtf === edtf;
}
