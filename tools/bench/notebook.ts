import * as Y from 'yjs';
import { prepareEntries, revealEntries } from '../../shared/story/commands/create-entry.ts';
import type { Writer } from '../../shared/story/commands/writer.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { below, pick, seeded } from './random.ts';

/** A large made-up notebook as a document, with the way to write into it. */
export interface LargeNotebook {
  readonly doc: Y.Doc;
  readonly writer: Writer;
  readonly events: readonly EntryRef[];
}

const words =
  'tide tug bow stern clay sand gust pilot convoy lake anchor salvage dredge channel cargo delay route insurer'.split(
    ' ',
  );
const categories = ['Salvage', 'Statement', 'Market', 'Legal', 'Weather'];

/** `count` events with title, date, category and a 40-word description, out of few words. */
export function largeNotebook(count: number, seed = 7): LargeNotebook {
  const random = seeded(seed);
  const text = (length: number): string => Array.from({ length }, () => pick(random, words)).join(' ');
  return notebookOf(Array.from({ length: count }, (_, index) => ({ title: `${text(5)} ${index}`, text: text(40) })));
}

/** Events of these titles and texts, each with a date and a category. */
export function notebookOf(events: readonly { readonly title: string; readonly text: string }[]): LargeNotebook {
  const random = seeded(events.length);
  const doc = new Y.Doc();
  const digits = (length: number): string => Array.from({ length }, () => below(random, 16).toString(16)).join('');
  const writer: Writer = {
    doc,
    author: 'Bench',
    // Ids like the app's: what nothing can pack.
    newId: () => `${digits(8)}-${digits(4)}-4${digits(3)}-9${digits(3)}-${digits(12)}`,
    now: () => '2021-03-26T12:00:00.000Z',
  };
  const drafts = events.map((fields) => ({
    kind: 'events',
    fields: {
      ...fields,
      date: { edtf: `${1990 + below(random, 30)}-${String(1 + below(random, 12)).padStart(2, '0')}` },
      category: pick(random, categories),
    },
  }));
  const refs = prepareEntries(writer, 'events', drafts);
  revealEntries(writer, refs);
  return { doc, writer, events: refs };
}
