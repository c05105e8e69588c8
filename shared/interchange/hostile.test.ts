import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestField } from './limits.ts';
import { readReferences } from './read-references.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const started = Object.getOwnPropertyNames(Object.prototype).sort();

/** Pieces of all forms in any order. */
const broken = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          'TY  - JOUR\n',
          'ER  - \n',
          'AU  - A, B, C, D\n',
          'PY  - 2021/99/99/x\n',
          'ID  - __proto__\n',
          'TY  - ',
          '\u0000',
        ],
        ...[
          '@article{',
          '@string{a = a # a}',
          '@misc(',
          '}',
          '{',
          '"',
          ' = ',
          ',',
          '\\',
          '$',
          '#',
          '%',
          '\\v',
          "\\'",
          '@comment{',
        ],
        ...[
          'author = {and and others, , and {and}}',
          '__proto__ = {x}',
          'constructor = {x}',
          'date = {/}',
          'month = jan # "~"',
        ],
        ...[
          '[',
          ']',
          '{"type":"book","title":',
          '"a"',
          '"__proto__":{"x":1}',
          '"issued":{"date-parts":[[[]]]}',
          ':',
          'null',
        ],
      ),
      fc.string({ maxLength: 10 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

describe('hostile files', () => {
  it('[IX3] are answered, whatever they are', () => {
    fc.assert(
      fc.property(broken, fc.constantFrom('x.ris', 'x.bib', 'x.json', 'x'), (text, name) => {
        const read = readReferences(bytesOf(text), name);
        if (!read.ok) expect(read.error.message).toMatch(/imported\.$/);
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readReferences(bytes, 'x.bib')));
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(started);
  });

  it('[IX6] bring nothing that objects share', () => {
    const json =
      '[{"id":"a","type":"book","__proto__":{"polluted":1},"custom":{"constructor":{"prototype":{"polluted":1}}}}]';
    const read = readReferences(bytesOf(json), 'x.json');
    expect(JSON.stringify(read)).not.toMatch(/polluted/);
    expect('polluted' in {}).toBe(false);
    const tex = readReferences(bytesOf('@misc{a, __proto__ = {polluted}, title = {T}}'), 'x.bib');
    expect(tex).toMatchObject({ ok: true, value: { sources: [{ draft: { fields: { title: 'T' } } }] } });
  });

  it.each([
    ['many open braces', `@misc{a,${' x={'.repeat(200_000)}`],
    ['many entries that never end', '\n@misc{a, t = {'.repeat(200_000)],
    ['deep braces', `@misc{a, title = {${'{'.repeat(90_000)}x${'}'.repeat(90_000)}}}`],
    ['deep quotations', `@misc{a, title = {${'\\enquote{'.repeat(20_000)}x${'}'.repeat(20_000)}}}`],
    [
      'strings that double each other',
      `@string{a = "xxxxxxxxxx"}${'@string{a = a # a}'.repeat(64)}@misc{x, title = a}`,
    ],
    ['a long author', `@misc{a, author = {${'a '.repeat(longestField / 2)}}}`],
    ['many authors', `@misc{a, author = {${'a and '.repeat(30_000)}}}`],
    ['many accents', `@misc{a, title = {${"\\'{".repeat(50_000)}${'}'.repeat(50_000)}}}`],
    ['many dollars', `@misc{a, title = {${'$_{'.repeat(60_000)}${'}'.repeat(60_000)}}}`],
    ['white space', `@misc{a, author = {x${' '.repeat(190_000)}y}, title = {x${' \n'.repeat(90_000)}y}}`],
    ['a RIS field without end', `TY  - JOUR\nAB  - ${'x\n'.repeat(1_000_000)}`],
    ['many records', 'TY  - JOUR\n'.repeat(300_000)],
    ['a line of blanks', `TY  - JOUR\n${' '.repeat(1_000_000)}\nTI  - T\nPY  - ${' '.repeat(100_000)}x\nER  - `],
    ['deep JSON', `[{"title":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}]`],
  ])('[IX7] %s take no longer than their size', (_, text) => {
    const before = performance.now();
    readReferences(bytesOf(text), text.startsWith('TY') ? 'x.ris' : text.startsWith('[') ? 'x.json' : 'x.bib');
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
