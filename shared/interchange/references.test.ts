import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReferences } from './read-references.ts';
import type { ReadReferences } from './read-references.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function fixture(name: string): ReadReferences {
  const read = readReferences(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)), name);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

function read(text: string, name = 'some.txt'): ReadReferences {
  const found = readReferences(bytesOf(text), name);
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

const fieldsOf = (text: string, name?: string) => read(text, name).sources[0]?.draft.fields;

describe('RIS', () => {
  it('[IX10] [IX11] [IX12] reads what programs write: byte order mark, CRLF, several authors, lines that go on, ER missing', () => {
    const { format, sources, problems } = fixture('exported.ris');
    expect({ format, problems }).toEqual({ format: 'ris', problems: [] });
    expect(sources.map(({ line }) => line)).toEqual([1, 26, 31]);
    expect(sources[0]?.draft.fields).toEqual({
      title: 'Six days in the canal: what a grounding costs',
      authors: ['Mara Riedel', 'Ilir Kola', 'Jan van der Berg', 'Canal Press Office'],
      publisher: 'Harbour Media',
      published: { edtf: '2021-03-25' },
      accessed: { edtf: '2021-03-26' },
      address: 'https://gazette.example/six-days',
      language: 'en',
      reference: {
        type: 'article-newspaper',
        names: [
          { family: 'Riedel', given: 'Mara' },
          { family: 'Kola', given: 'Ilir' },
          { family: 'Berg', given: 'Jan', particle: 'van der' },
          { literal: 'Canal Press Office' },
        ],
        variables: {
          'container-title': 'The Harbour Gazette',
          DOI: '10.5555/canal.7',
          page: '4-6',
          keyword: 'shipping, canals',
          abstract: 'A ship, a storm\nand a long wait.',
        },
        custom: {
          ris: [
            ['UR', 'https://gazette.example/six-days/print'],
            ['C1', 'kept as it is'],
          ],
        },
      },
    });
    expect(sources[1]).toMatchObject({
      draft: { fields: { authors: ['Salvage Union'], published: { edtf: '2021-21' }, reference: { type: 'report' } } },
      doubts: [{ line: 26, message: 'ER, which ends a reference, is missing.' }],
    });
  });

  it('[IX5] [IX13] keeps what it does not understand, and names it with its line', () => {
    expect(fixture('exported.ris').sources[2]).toMatchObject({
      draft: {
        fields: {
          published: null,
          reference: {
            custom: {
              ris: [
                ['TY', 'WXYZ'],
                ['PY', 'sometime'],
              ],
            },
          },
        },
      },
      doubts: [{ line: 33, message: '“sometime” is not understood as a date.' }],
    });
  });

  it('[IX4] reads a file of Windows-1252, and says so', () => {
    const { sources, problems } = fixture('latin-1.ris');
    expect(sources[0]?.draft.fields).toMatchObject({ title: 'Größe der Schäden', authors: ['Jörg Müller'] });
    expect(problems).toMatchObject([{ line: 0 }]);
    expect(problems[0]?.message).toMatch(/Windows-1252/);
  });

  it.each([
    ['Y1  - 2021', '2021'],
    ['PY  - 2021///', '2021'],
    ['PY  - 2021/03', '2021-03'],
    ['DA  - 2021-03-25', '2021-03-25'],
    ['DA  - March 25, 2021', '2021-03-25'],
    ['PY  - 2021\nDA  - 2021/3/5', '2021-03-05'],
    ['DA  - 2021/03/20/20 – 25 March 2021', '2021-03-20/2021-03-25'],
    ['Y1  - 1985///about 1985', '1985~'],
    ['PY  - 2021/02/30/', null],
  ])('[IX13] reads %j as a date', (line, edtf) => {
    const published = fieldsOf(`TY  - GEN\nTI  - T\n${line}\nER  - \n`)?.['published'];
    expect(published).toEqual(edtf === null ? null : expect.objectContaining({ edtf }));
  });
});

describe('BibTeX', () => {
  const { format, sources, problems } = fixture('exported.bib');

  it('[IX20] [IX21] [IX22] reads strings, months, TeX, names and `and others`', () => {
    expect(format).toBe('bibtex');
    expect(sources.map(({ line }) => line)).toEqual([5, 22, 34]);
    expect(sources[0]?.draft.fields).toEqual({
      title: 'Six Days in the Canal: Müller, Šimík & Søn — “a wait”',
      authors: [
        'Mara Riedel',
        'Ilir Kola',
        'Canal Press Office',
        'Ludwig van Beethoven',
        'Martin Luther King Jr.',
        'et al.',
      ],
      publisher: 'The Harbour Gazette, weekend',
      published: { edtf: '2021-03-25' },
      accessed: null,
      address: 'https://gazette.example/six_days?a=1&b=2%20c',
      language: '',
      reference: {
        type: 'article-journal',
        names: [
          { family: 'Riedel', given: 'Mara' },
          { family: 'Kola', given: 'Ilir' },
          { literal: 'Canal Press Office' },
          { family: 'Beethoven', given: 'Ludwig', particle: 'van' },
          { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
          { literal: 'et al.' },
        ],
        variables: {
          'container-title': 'The Harbour Gazette, weekend',
          keyword: 'shipping, canals',
          DOI: '10.5555/canal_7',
          issue: '12',
          page: '4-6',
        },
        custom: { bibtex: [['file', ':/somewhere/paper.pdf:PDF']] },
      },
    });
  });

  it('[IX23] reads dates of BibLaTeX', () => {
    expect(sources[1]?.draft.fields).toMatchObject({
      authors: ['Port of Suez'],
      published: { edtf: '2021-03-23~/2021-03' },
      accessed: { edtf: '2021-03-26' },
      language: 'en',
      address: 'https://port.example/log',
    });
  });

  it('[IX5] names the line of an entry that is broken, and goes on', () => {
    expect(problems).toEqual([
      {
        line: 31,
        message: 'A brace that is opened here is never closed. The entry that begins in line 31 was left out.',
      },
    ]);
    expect(sources[2]?.draft.fields).toMatchObject({
      title: 'Refloating Report, 2nd draft, 5% done',
      publisher: 'Salvage Union',
      published: { edtf: '2021~' },
      // What the year does not say is kept beside it.
      reference: {
        custom: {
          bibtex: [
            ['@', 'techreport'],
            ['month', '5'],
          ],
        },
      },
    });
  });

  it.each([
    ["K{\\\"o}ln, Kö\\ss el, \\L\\'od\\'z, \\AA rhus", 'Köln, Kößel, Łódź, Århus'],
    ['\\c{C}e\\c sme \\u{g} \\H{o} \\k{a} \\.{z} \\d{h} \\r a \\=e \\~n \\^{\\i}', 'Çeşme ğ ő ą ż ḥ å ē ñ î'],
    ['{\\em Very} \\textbf{bold {and} deep}', 'Very bold and deep'],
    ['100\\% \\& 5\\$ \\#1 a\\_b \\{x\\}', '100% & 5$ #1 a_b {x}'],
    ["pages 1--2---or `so' ``and'' so~on", "pages 1–2—or ‘so' “and” so on"],
    ['$H_2O$ and $x^{2}$, $\\alpha$, \\ensuremath{\\beta}', 'H₂O and x², α, β'],
    ['It costs $5 and no more', 'It costs $5 and no more'],
    ['\\href{https://a.example}{the words}', 'the words'],
    ['\\unknown and \\other{kept}', '\\unknown and kept'],
    ['\\enquote{so \\enquote{said}}', '“so said”'],
    ["don't", "don't"],
    ['a \\textasciitilde{} b \\~{} c', 'a ~ b ~ c'],
  ])('[IX21] reads %j as %j', (tex, words) => {
    expect(fieldsOf(`@misc{x, title = {${tex}}}`)).toMatchObject({ title: words });
  });

  it('[IX20] reads keys and closings as they come', () => {
    const { sources: odd, problems: none } = read(
      '@misc{title={No key}}\n@MISC(k, TITLE="Round",)\n@misc{a b, title={c}}\n@misc{,title=7}',
    );
    expect(odd.map(({ draft }) => draft.fields['title'])).toEqual(['No key', 'Round', 'c', '7']);
    expect(none).toEqual([]);
  });
});

describe('CSL-JSON', () => {
  const { format, sources, problems } = fixture('exported.json');

  it('[IX30] [IX31] reads names, ranges, seasons and circa; unknown fields are kept under custom', () => {
    expect(format).toBe('csl');
    expect(sources[0]?.draft.fields).toMatchObject({
      title: 'Six days in the canal',
      authors: ['Mara Riedel', 'Ludwig van Beethoven', 'Canal Press Office'],
      publisher: 'The Harbour Gazette',
      published: { edtf: '2021-03-23~/2021-03-29~' },
      reference: {
        type: 'article-newspaper',
        variables: { volume: 3, DOI: '10.5555/canal.7' },
        custom: { libraryCatalog: 'harbour.example' },
      },
    });
    expect(sources[1]?.draft.fields).toMatchObject({ published: { edtf: '2021-21' } });
  });

  it('[IX5] names records and parts that cannot be read with their lines', () => {
    expect(sources.map(({ line }) => line)).toEqual([2, 26, 28]);
    expect(problems).toEqual([{ line: 27, message: 'This is no item of CSL-JSON and was left out.' }]);
    expect(sources[2]?.doubts.map(({ message }) => message)).toEqual([
      '“author” has what is no name.',
      '“issued” is not understood as a date.',
    ]);
    expect(sources[2]?.draft.fields).toMatchObject({
      reference: { custom: { type: 'blockbuster', issued: { literal: 'in the year of the ship' } } },
    });
  });
});

describe('any file', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blank space', ' \n ', 'empty'],
    ['a story page', 'The canal\nOverview\nA ship ran aground, says @misc{x}.', 'unknown-format'],
    ['Story JSON', '{"title":"T","events":[],"sources":[{"title":"S","type":"x"}]}', 'unknown-format'],
    ['broken JSON', '[{"type":"book","title":', 'bad-json'],
    ['deep JSON', `[{"title":${'['.repeat(99)}${']'.repeat(99)}}]`, 'too-deep'],
    ['an empty list', '[]', 'no-record'],
    ['only broken entries', '@book{x, title = {open', 'no-record'],
  ])('[IX3] %s is refused with a closed reason', (_, text, reason) => {
    const found = readReferences(bytesOf(text), 'file.txt');
    expect(found).toMatchObject({ ok: false, error: { reason } });
    expect(!found.ok && found.error.message).toMatch(/Nothing was imported\.$/);
  });

  it('[IX3] a binary file is refused', () => {
    expect(readReferences(Uint8Array.from([0x25, 0, 1, 2]), 'x.ris')).toMatchObject({
      ok: false,
      error: { reason: 'binary' },
    });
  });
});
