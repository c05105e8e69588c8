import { changesOfRows, RowTaker } from '../../../shared/imports/index.ts';
import type { KnownToRows, NewNames, RowReading, TakenRows } from '../../../shared/imports/index.ts';
import type { ImportChanges } from '../../../shared/story/import-changes.ts';
import { findSection } from '../../../shared/story/sections.ts';
import { breathing } from '../breathing.ts';
import { counted, joined } from '../import-words.ts';
import type { AcceptedTable } from './accepted-table.ts';

interface TakeTable {
  readonly rows: readonly RowReading[];
  readonly known: KnownToRows;
  readonly newNames: NewNames;
  readonly fileName: string;
  /** The title of the notebook that is made for it; null where it goes into the open one. */
  readonly title: string | null;
}

/** Makes of the rows what is to be added, without holding the window up. */
export async function takeTable({ rows, known, newNames, fileName, title }: TakeTable): Promise<AcceptedTable> {
  const taker = new RowTaker({ known, newNames, under: fileName, newId: () => crypto.randomUUID() });
  const breathe = breathing();
  for (const row of rows) {
    taker.add(row);
    await breathe();
  }
  const taken: TakenRows = taker.taken();
  const changes = changesOfRows(taken, title ?? '');
  return { changes, words: `Added ${addedWords(changes)}.`, title };
}

/** "27 events, 3 sources and 3 evidence links". */
function addedWords({ creations }: ImportChanges): string {
  const parts = creations.flatMap(({ kind, drafts }) => {
    const section = findSection(kind);
    return section === undefined ? [] : [counted(drafts.length, section)];
  });
  return joined(parts) || 'nothing';
}
