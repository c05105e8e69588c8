import type { PageEntry } from '../../shared/story/page-rule.ts';
import { readAny } from './read-any.ts';
import type { FromReader, ToReader } from './read-in-worker.ts';

/** Entries per message: unpacking them takes the window a millisecond or two. */
const batch = 250;

let waiting: readonly PageEntry[] = [];

// Only our own page can reach this worker, with these questions.
addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  if (data === 'more') {
    say({ entries: waiting.slice(0, batch) });
    waiting = waiting.slice(batch);
    return;
  }
  const { content, options } = data;
  const outcome = readAny(content, options);
  if (outcome.ok) waiting = outcome.value.entries;
  say({ outcome: outcome.ok ? { ok: true, value: { ...outcome.value, entries: [] } } : outcome });
});

function say(message: FromReader): void {
  postMessage(message);
}
