import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv, separatorOf } from './csv.ts';

const anyCell = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '"', ',', ';', '\t', '\n', '\r', '|', 'é', '=') });

function cellsOf(text: string): readonly (readonly string[])[] {
  const parsed = parseCsv(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value.map(({ cells }) => cells);
}

describe('reading CSV', () => {
  it.each([
    ['CRLF', 'a,b\r\nc,d\r\n'],
    ['LF', 'a,b\nc,d\n'],
    ['CR', 'a,b\rc,d'],
    ['semicolons', 'a;b\r\nc;d'],
    ['tabs', 'a\tb\nc\td'],
    ['bars', 'a|b\nc|d'],
    ['what it says itself', 'sep=;\r\na;b\r\nc;d'],
    ['quotation marks and blank lines', '\ufeff"a","b"\n\n"c",d\n\n'],
  ])('[IM26] reads %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('[IM26] reads what a quoted cell holds, and the line each record begins in', () => {
    expect(parseCsv('a,"b ""c"",\r\nd"\r\n"e"f,\n')).toEqual({
      ok: true,
      value: [
        { line: 1, cells: ['a', 'b "c",\r\nd'] },
        { line: 3, cells: ['ef', ''] },
      ],
    });
    expect(parseCsv('sep=;\na;b')).toMatchObject({ value: [{ line: 2 }] });
    expect(cellsOf('a,')).toEqual([['a', '']]);
  });

  it('[IM26] finds the separator outside quotation marks, bars only where there is nothing else', () => {
    expect(separatorOf('"a,b,c";d\n')).toBe(';');
    expect(separatorOf('a|b,c\n')).toBe(',');
    expect(separatorOf('one\ntwo')).toBe(',');
  });

  it('[IM26] reads back any table', () => {
    const row = fc.array(anyCell, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.constantFrom(',', ';', '\t', '|'), (rows, by) => {
        const quoted = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(by));
        const kept = rows.filter((cells) => cells.some((cell) => cell !== ''));
        // The generator gives nothing else.
        const parsed = parseCsv(quoted.join('\r\n'), by);
        expect(parsed.ok ? parsed.value.map(({ cells }) => cells) : []).toEqual(kept);
      }),
    );
  });

  it.each([
    ['', 'empty', /nothing in this table/],
    ['a,"b\nc', 'open-quote', /line 1 is never closed/],
    [','.repeat(1001), 'too-many', /more than 1000 cells/],
    ['a\n'.repeat(50_001), 'too-many', /more than 50000 rows/],
  ])('[IM26] refuses %j', (text, reason, message) => {
    const parsed = parseCsv(text);
    expect(!parsed.ok && parsed.error.reason).toBe(reason);
    expect(!parsed.ok && parsed.error.message).toMatch(message);
  });

  it('[IM26] answers anything, in time', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'",;\t\r\na') }), (text) => void parseCsv(text)));
    const before = performance.now();
    for (const hostile of ['"'.repeat(1_000_001), '""'.repeat(500_000), 'a"'.repeat(500_000)]) parseCsv(hostile);
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
