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

/** `count` events with title, date, category and a 40-word description. */
export function largeNotebook(count: number, seed = 7): LargeNotebook {
  const random = seeded(seed);
  const doc = new Y.Doc();
  let serial = 0;
  const writer: Writer = {
    doc,
    author: 'Bench',
    newId: () => `entry-${String((serial += 1)).padStart(6, '0')}`,
    now: () => '2021-03-26T12:00:00.000Z',
  };
  const text = (length: number): string => Array.from({ length }, () => pick(random, words)).join(' ');
  const drafts = Array.from({ length: count }, (_, index) => ({
    kind: 'events',
    fields: {
      title: `${text(5)} ${index}`,
      date: { edtf: `${1990 + below(random, 30)}-${String(1 + below(random, 12)).padStart(2, '0')}` },
      category: pick(random, categories),
      text: text(40),
    },
  }));
  const events = prepareEntries(writer, 'events', drafts);
  revealEntries(writer, events);
  return { doc, writer, events };
}
