import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryDraft } from '../story/entry.ts';
import { completeSource } from './complete-source.ts';
import { cslTypes, dateVariables, nameVariables, numberVariables, textVariables } from './csl/variables.ts';
import { findDuplicates } from './duplicates.ts';
import { formatOfFile } from './format-of-file.ts';
import { anySource } from './testing/any-source.suite.ts';
import { writeReferences } from './write-references.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the form of a file', () => {
  it.each([
    ['RIS by its first line', '\ufeff\n TY  - JOUR\nER  - ', 'x.txt', 'ris'],
    ['BibTeX behind comments', '% from somewhere\n\n@ARTICLE{a, title={T}}', 'x.txt', 'bibtex'],
    ['BibTeX behind words, by its name', 'This file was made by hand.\n@misc{a}', 'x.bib', 'bibtex'],
    ['CSL-JSON', '[{"id":"a","type":"book","title":"T"}]', 'x', 'csl'],
    ['items of CSL-JSON', '{"items":[{"type":"book","DOI":"10.1/x"}]}', 'x.json', 'csl'],
    ['one annotation', '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation"}', 'x.json', 'jsonld'],
    ['a story page', 'Six days\nOverview\nA ship @misc{x} and [{"type":"book"}]', 'x.txt', null],
    ['Story JSON', '{"title":"T","sources":[{"title":"S","publisher":"P"}],"events":[]}', 'x.json', null],
    ['Story JSON with a list first', '{"people":[{"name":"A"}],"title":"T"}', 'x.json', null],
    ['an e-mail address', '@canal you said so', 'x.txt', null],
    ['a picture', '\u0000\u0001', 'x.ris', null],
  ])('[IX1] %s', (_, text, name, format) => {
    expect(formatOfFile(bytesOf(text), name)).toBe(format);
  });

  it('[IX1] the samples of the project are none of them', () => {
    const sample = readFileSync(new URL('../../resources/samples/six-days-in-the-canal.json', import.meta.url));
    expect(formatOfFile(sample, 'six-days-in-the-canal.json')).toBe(null);
  });
});

describe('duplicates', () => {
  const source = (fields: EntryDraft['fields']): EntryDraft => ({ kind: 'sources', fields });
  const withDoi = (DOI: string): EntryDraft =>
    source({ title: DOI, reference: { type: 'book', names: [], variables: { DOI }, custom: {} } });
  const known = [
    { id: 'a', fields: completeSource({ title: 'Statement', address: 'https://www.canal.example/statements/7/' }) },
    { id: 'b', fields: completeSource({ title: 'Port log', published: { edtf: '2021-03-23' } }) },
    { id: 'c', fields: completeSource({ title: 'Account', address: 'https://doi.org/10.5555/Canal.7' }) },
  ];

  it.each([
    [
      'its address, but for scheme and slash',
      source({ address: 'http://canal.example/statements/7#end' }),
      'a',
      'address',
    ],
    ['its title and date', source({ title: 'PORT – LOG', published: { edtf: '2021-03-23' } }), 'b', 'title'],
    ['its DOI, in an address there', withDoi('10.5555/canal.7'), 'c', 'doi'],
  ])('[IX9] are known by %s', (_, draft, id, reason) => {
    expect(findDuplicates([draft], known)).toMatchObject([{ id, reason }]);
  });

  it('[IX9] are known within one file, and not by a title of another day', () => {
    const drafts = [
      withDoi('10.1000/1'),
      withDoi('10.1000/1'),
      source({ title: 'Port log', published: { edtf: '2022' } }),
      source({ address: 'https://canal.example/statements/7?page=2' }),
    ];
    expect(findDuplicates(drafts, known)).toMatchObject([null, { id: null, reason: 'doi' }, null, null]);
  });
});

describe('CSL-JSON', () => {
  it('[IX31] keeps to the schema of 1.0.2', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        // Read here as plain data: what is checked is what stands in the file.
        const [item = {}] = JSON.parse(writeReferences([source], 'csl')) as Record<string, unknown>[];
        expect(typeof item['id']).toBe('string');
        expect(cslTypes.has(String(item['type']))).toBe(true);
        for (const [key, value] of Object.entries(item)) {
          if (key === 'id' || key === 'type') continue;
          if (textVariables.has(key)) expect(typeof value, key).toBe('string');
          else if (numberVariables.has(key)) expect(['string', 'number'], key).toContain(typeof value);
          else if (dateVariables.has(key)) expect(isDate(value), `${key} ${JSON.stringify(value)}`).toBe(true);
          else if (nameVariables.has(key)) expect(isNames(value), key).toBe(true);
          else expect(key).toBe('custom');
        }
      }),
    );
  });
});

const onlyHas = (value: object, keys: readonly string[]): boolean =>
  Object.keys(value).every((key) => keys.includes(key));

function isDate(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const parts: unknown = 'date-parts' in value ? value['date-parts'] : [[1]];
  const areParts =
    Array.isArray(parts) &&
    parts.length >= 1 &&
    parts.length <= 2 &&
    parts.every((part) => Array.isArray(part) && part.length >= 1 && part.length <= 3);
  return areParts && onlyHas(value, ['date-parts', 'season', 'circa', 'literal', 'raw', 'edtf']);
}

function isNames(value: unknown): boolean {
  const keys = ['family', 'given', 'dropping-particle', 'non-dropping-particle', 'suffix', 'literal'];
  const names: readonly unknown[] = Array.isArray(value) ? value : [null];
  return names.every((name) => typeof name === 'object' && name !== null && onlyHas(name, keys));
}
