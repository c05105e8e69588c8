import { expect } from 'vitest';
import { dateFromWords } from './index.ts';

/** The day the tests read words on: the week after the canal was cleared. */
export const today = '2021-04-02';

/** Expects words to be read as the EDTF beside them, and to be kept or not. */
export function expectRead(keeps: boolean, table: Readonly<Record<string, string>>): void {
  for (const [words, edtf] of Object.entries(table))
    expect(dateFromWords(words, { today }), words).toEqual(keeps ? { edtf, words } : { edtf });
}
