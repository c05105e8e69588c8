import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import type { ImportDraft } from '../../story/import-draft.ts';
import { dateOrderOf } from './date-cells.ts';
import type { DayOrder } from './date-cells.ts';
import { columnsIn, guessMapping, isNamed } from './guess-columns.ts';
import type { TableColumns } from './guess-columns.ts';
import { readRow } from './read-row.ts';
import type { RowReading } from './read-row.ts';
import { nothingKnownToRows, RowTaker } from './take-rows.ts';
import type { Table } from './table.ts';
import type { Target } from './targets.ts';

export interface TableDraftOptions {
  readonly fileName: string;
  /** The day of reading, `YYYY-MM-DD`. */
  readonly today: string;
  /** Null where nobody said. */
  readonly order: DayOrder | null;
  readonly newId: () => string;
}

/** A table as it is read where nobody can be asked: columns as guessed. The failure is a date that could be read in two ways. */
export function draftOfTable(table: Table, options: TableDraftOptions): Result<ImportDraft, string> {
  const columns = columnsIn(table, isNamed(table));
  const mapping = guessMapping(columns);
  const found = dateOrderOf(dateCells(columns, mapping));
  const order = options.order ?? found.order;
  if (order === null && found.example !== null) return err(found.example);
  const { fileName: under, newId, today } = options;
  const taker = new RowTaker({ known: nothingKnownToRows, newNames: 'text', under, newId });
  const readings = columns.body.map((row) => readRow(row, { names: columns.names, mapping, order, today }));
  for (const reading of readings) taker.add(reading);
  const taken = taker.taken();
  const entry = (draft: ImportDraft['entries'][number]['draft']): ImportDraft['entries'][number] => ({
    draft,
    line: 0,
    doubts: [],
  });
  return ok({
    format: 'table',
    fileName: under,
    story: table.title === '' ? {} : { title: table.title },
    entries: [
      ...taken.sources.map(entry),
      ...taken.events.map(({ draft, row }) => ({ draft, line: row.line, doubts: doubtsOf(row) })),
      ...taken.evidence.map(entry),
    ],
    unsorted: readings
      .filter(({ draft }) => draft === null)
      .map(({ unsorted, line }) => ({ text: unsorted, under, line })),
    doubts: table.notes.map((message) => ({ line: 0, message })),
  });
}

/** The cells of the columns that have dates. */
export function dateCells({ body }: TableColumns, mapping: readonly Target[]): readonly string[] {
  const dated = [...mapping.keys()].filter((at) => mapping[at] === 'date' || mapping[at] === 'end');
  return body.flatMap(({ cells }) => dated.map((at) => cells[at] ?? ''));
}

function doubtsOf({ line, doubts }: RowReading) {
  return doubts.map((message) => ({ line, message }));
}
