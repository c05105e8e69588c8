import type { LedgerRow } from '../../shared/evidence/index.ts';

/** What the ledger is narrowed to. */
export interface LedgerFilter {
  readonly state: 'all' | 'open' | 'settled';
  readonly text: string;
}

export const noFilter: LedgerFilter = { state: 'all', text: '' };

/** The rows a filter lets through, in their order. A contradiction that nobody has kept yet is open. */
export function filterRows(
  rows: readonly LedgerRow[],
  { state, text }: LedgerFilter,
  wordsOf: (row: LedgerRow) => string,
): readonly LedgerRow[] {
  const wanted = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    if (state !== 'all' && (row.made?.fields.state ?? 'open') !== state) return false;
    if (wanted.length === 0) return true;
    const words = wordsOf(row).toLowerCase();
    return wanted.every((word) => words.includes(word));
  });
}
