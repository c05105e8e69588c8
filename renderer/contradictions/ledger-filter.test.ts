import { describe, expect, it } from 'vitest';
import type { LedgerRow } from '../../shared/evidence/index.ts';
import { filterRows, noFilter } from './ledger-filter.ts';

const row = (key: string): LedgerRow => ({ key, made: null, about: [], statements: [] });
const rows = [row('Vessels waiting'), row('Trade held up')];

describe('filtering the ledger', () => {
  it('takes what nobody has kept yet for open, and finds all the words', () => {
    const words = ({ key }: LedgerRow) => key;
    expect(filterRows(rows, noFilter, words)).toEqual(rows);
    expect(filterRows(rows, { ...noFilter, state: 'open' }, words)).toEqual(rows);
    expect(filterRows(rows, { ...noFilter, state: 'settled' }, words)).toEqual([]);
    expect(filterRows(rows, { ...noFilter, text: 'up TRADE' }, words)).toEqual([rows[1]]);
    expect(filterRows(rows, { ...noFilter, text: 'up vessels' }, words)).toEqual([]);
  });
});
