import type { TableRow } from '../../shared/imports/index.ts';
import type { PageEntry } from '../../shared/story/page-rule.ts';
import { readAny } from './read-any.ts';
import type { FromReader, ReadOutcome, ToReader } from './read-in-worker.ts';

/** Entries or rows per message: unpacking them takes the window a millisecond or two. */
const batch = 250;

let waiting: { readonly entries: readonly PageEntry[] } | { readonly rows: readonly TableRow[] } = { entries: [] };

// Only our own page can reach this worker, with these questions.
addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  if (data !== 'more') return say({ outcome: withoutBulk(readAny(data.content, data.options)) });
  if ('rows' in waiting) {
    say({ rows: waiting.rows.slice(0, batch) });
    waiting = { rows: waiting.rows.slice(batch) };
  } else {
    say({ entries: waiting.entries.slice(0, batch) });
    waiting = { entries: waiting.entries.slice(batch) };
  }
});

/** What was read; its entries or rows, of which there may be thousands, wait to be asked for. */
function withoutBulk(outcome: ReadOutcome): ReadOutcome {
  if (!outcome.ok) return outcome;
  const { value } = outcome;
  if ('table' in value) {
    waiting = { rows: value.table.rows };
    return { ok: true, value: { ...value, table: { ...value.table, rows: [] } } };
  }
  waiting = { entries: value.entries };
  return { ok: true, value: { ...value, entries: [] } };
}

function say(message: FromReader): void {
  postMessage(message);
}
