import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryAccepts } from './edtf-library.ts';
import { dateBounds, dateInWords, parseEdtf } from './index.ts';
import { edtfish, intervalish, pointish, validEdtf } from './edtf-samples.suite.ts';

describe('parseEdtf', () => {
  it('[DT1] accepts EDTF of level 0 to 2', () => {
    for (const text of validEdtf) expect(parseEdtf(text), text).not.toBeNull();
  });

  it('[DT1][DT2] refuses level 3, clock times and everything else', () => {
    const refused = ['2026-21/2026-22', '2026-21?', '2025-12-29T07:40Z', '2025-12-29T07:40', '', ' ', 'Y', '2025-13'];
    for (const text of [...refused, '2025-06-31', '2025 ', '1994-2014', 'soon', '[]', '{}', '1/2/3', '2025-1-1'])
      expect(parseEdtf(text), text).toBeNull();
  });

  it('[DT3] refuses what the library lets pass: missing days, reversed intervals, immeasurable years', () => {
    for (const text of ['2023-02-29', '2023-02-29/..', '2026-01/2025', '[2014..2012]', 'Y3E500', `Y1${'0'.repeat(40)}`])
      expect(parseEdtf(text), text).toBeNull();
  });

  it('[DT1] lets nothing pass that the library refuses', () => {
    fc.assert(
      fc.property(fc.oneof(edtfish, pointish, intervalish), (text) => {
        if (parseEdtf(text) !== null) expect(libraryAccepts(text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('[DT4][DT21] never throws, and always has words without syntax', () => {
    fc.assert(
      fc.property(fc.oneof(edtfish, fc.string({ unit: 'binary', maxLength: 300 })), (edtf) => {
        expect(dateInWords({ edtf })).not.toMatch(/[[\]{}X~%]|\.\.|\d\/\d|\d{4}-\d\d/);
        dateBounds(edtf);
      }),
      { numRuns: 2000 },
    );
  });

  it('[DT4] is quick with 100 characters made to be slow, and refuses more', () => {
    const units = ['[2014,', '?~', 'X', '2014..', '{ ', '?2014?-?01,', '9', '9E9', '-', '../'];
    const started = performance.now();
    for (const unit of units) {
      parseEdtf(unit.repeat(100).slice(0, 100));
      parseEdtf(`[${unit.repeat(100).slice(0, 98)}]`);
      expect(parseEdtf(`{${'2014,'.repeat(20)}2014}`)).toBeNull();
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
