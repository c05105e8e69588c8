import { useEffect, useMemo, useState } from 'react';
import { readRow, SameEvents } from '../../../shared/imports/index.ts';
import type { KnownEvent, RowReading, RowRules, TableColumns } from '../../../shared/imports/index.ts';
import { normalised } from '../../../shared/story/section.ts';
import { breathing } from '../breathing.ts';
import type { KnownHere } from './known-here.ts';

/** A row as read, with the event it repeats; null where it is new. */
export interface ReadRow {
  readonly reading: RowReading;
  readonly repeats: KnownEvent | null;
}

/** What a table says, as far as it is read. */
export interface TableReading {
  /** The first rows, at once. */
  readonly first: readonly RowReading[];
  /** All of them; null while they are read. */
  readonly rows: readonly ReadRow[] | null;
  /** Names of those who took part that the notebook does not know, each once. */
  readonly newNames: readonly string[];
}

/** Rows that are shown as they would be. */
const shown = 8;

/** Reads a table by its columns; whenever they change once more, between two pictures, and what is out of date is given up. */
export function useTableReading({ body }: TableColumns, rules: RowRules, known: KnownHere | null): TableReading {
  const first = useMemo(() => body.slice(0, shown).map((row) => readRow(row, rules)), [body, rules]);
  const [all, setAll] = useState<{
    readonly rules: RowRules;
    readonly known: KnownHere;
    readonly rows: readonly ReadRow[];
    readonly newNames: readonly string[];
  } | null>(null);
  useEffect(() => {
    if (known === null) return;
    let given = false;
    void readAll(body, rules, known, () => given).then((read) => {
      if (read !== null) setAll({ rules, known, ...read });
    });
    return () => {
      given = true;
    };
  }, [body, rules, known]);
  const isCurrent = all !== null && all.rules === rules && all.known === known;
  return { first, rows: isCurrent ? all.rows : null, newNames: isCurrent ? all.newNames : [] };
}

/** Reads all rows, between two pictures; null where that was given up. */
export async function readAll(body: TableColumns['body'], rules: RowRules, known: KnownHere, isGivenUp: () => boolean) {
  const breathe = breathing();
  const above = new SameEvents();
  const rows: ReadRow[] = [];
  const newNames = new Map<string, string>();
  for (const row of body) {
    const reading = readRow(row, rules);
    rows.push({ reading, repeats: repeatedBy(reading, known, above) });
    const { draft, line } = reading;
    if (draft !== null) above.add({ id: null, title: draft.fields.title ?? '', date: draft.fields.date ?? null, line });
    for (const name of reading.actors)
      if (!known.rows.actors.has(normalised(name))) newNames.set(normalised(name), name);
    await breathe();
    if (isGivenUp()) return null;
  }
  return { rows, newNames: [...newNames.values()] };
}

/** What says the same as a row: an event or a text of the notebook, or a row further up. */
function repeatedBy({ draft, id, unsorted }: RowReading, known: KnownHere, above: SameEvents): KnownEvent | null {
  if (draft === null) {
    const kept = known.unsorted.get(unsorted);
    return kept === undefined ? null : { id: kept, title: '', date: null, line: 0 };
  }
  const [title, date] = [draft.fields.title ?? '', draft.fields.date ?? null];
  return known.events.find(title, date, id) ?? above.find(title, date, id);
}
