import type { RowReading, Table, TableColumns } from '../../../shared/imports/index.ts';
import { dateInWords } from '../../../shared/story/dates/index.ts';
import type { ReadRow } from './use-table-reading.ts';

const kinds: Readonly<Record<Table['kind'], string>> = {
  csv: 'A table',
  pasted: 'A table',
  web: 'A table',
  ics: 'A calendar',
  timelinejs: 'A timeline made for TimelineJS',
};

/** "A table of 27 rows and 6 columns." */
export function foundWords({ kind }: Table, { names, body }: TableColumns): string {
  const rows = numbered(body.length, kind === 'csv' || kind === 'pasted' || kind === 'web' ? 'row' : 'event');
  const rest = 'Nothing is written until you add it; then it is one step that can be undone.';
  return `${kinds[kind]} of ${rows} and ${numbered(names.length, 'column')}. ${rest}`;
}

/** What pressing the button does; null while the rows are read. */
export function acceptWords(rows: readonly ReadRow[] | null, isNew: boolean): string {
  if (rows === null) return 'Reading the rows…';
  if (isNew) return 'Create notebook';
  const events = rows.filter(({ reading }) => reading.draft !== null).length;
  if (events > 0) return `Add ${numbered(events, 'event')}`;
  return rows.length === 0 ? 'Nothing to add' : `Keep ${numbered(rows.length, 'row')} as unsorted text`;
}

/** "10,000 rows", "1 row". */
export function numbered(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}

/** When an event is, in words; '' where nobody knows. */
export function whenWords({ draft }: RowReading): string {
  const { date, time = '', zone = '' } = draft?.fields ?? {};
  const day = date === null || date === undefined ? '' : dateInWords(date);
  return [day, [time, zone].filter((part) => part !== '').join(' ')].filter((part) => part !== '').join(', ');
}

/** What a row is called. */
export function rowTitle({ draft, unsorted }: RowReading): string {
  return draft === null ? unsorted.replaceAll('\n', ' · ') : draft.fields.title || 'Untitled event';
}
