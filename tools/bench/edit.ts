import * as Y from 'yjs';
import { EvidenceIndex } from '../../shared/evidence/index.ts';
import { createEntry, prepareEntries, revealEntries } from '../../shared/story/commands/create-entry.ts';
import { setAnyField } from '../../shared/story/commands/set-field.ts';
import type { Writer } from '../../shared/story/commands/writer.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { exact, ratio } from './figure.ts';
import type { Figure } from './figure.ts';
import { largeNotebook } from './notebook.ts';

const edits = 400;
const rounds = 9;

/** Goal 6: one field edit, through command, observers, store and the affected row, against the bare Y.Map set. */
export function edit(): readonly Figure[] {
  const [small, large] = [subject(1_000), subject(10_000)];
  const pairs: [number, number][] = [];
  const sizes: [number, number][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ours = large.edit(round);
    pairs.push([ours, large.bare(round)]);
    sizes.push([ours, small.edit(round)]);
  }
  const common = { name: 'edit', better: 'lower' as const };
  return [
    ratio({ ...common, goal: 5, against: 'bare Y.Map set' }, pairs),
    ratio({ ...common, goal: 1.3, against: 'the same at 1,000 events' }, sizes),
    exact({ ...common, value: large.wholes(), goal: 0, unit: 'toJSON of the root', against: 'none' }),
  ];
}

/** A notebook of a size with everything attached that is attached in the window, and its bare twin. */
function subject(count: number) {
  const { doc, writer, events } = largeNotebook(count);
  linkEvidence(writer, events);
  const reader = new StoryReader(doc);
  new EvidenceIndex(reader).targets();
  const stored: Uint8Array[] = [];
  let rows = 0;
  doc.on('update', (update: Uint8Array) => stored.push(update));
  reader.onKind('events', () => reader.ids('events'));
  for (const event of events.slice(0, 40)) {
    reader.onEntry('events', event.id, () => {
      if (reader.entry('events', event.id) !== undefined) rows += 1;
    });
  }
  reader.ids('events');
  const twin = new Y.Doc();
  Y.applyUpdate(twin, Y.encodeStateAsUpdate(doc));
  const bareEntries = twin.getMap<Y.Map<unknown>>('entries.events');
  let wholes = 0;
  const entries = doc.getMap('entries.events');
  const toJson = entries.toJSON.bind(entries);
  entries.toJSON = () => {
    wholes += 1;
    return toJson();
  };
  return {
    edit: (round: number): number =>
      time((index) =>
        setAnyField(writer, events[index % 40] ?? { kind: 'events', id: '' }, 'title', `${round} ${index}`),
      ),
    bare: (round: number): number =>
      time((index) => {
        bareEntries.get(events[index % 40]?.id ?? '')?.set('title', `${round} ${index}`);
      }),
    wholes: (): number => (rows > 0 && stored.length > 0 ? wholes : Number.NaN),
  };
}

/** Every fifth event has evidence: what is summed up of it must not be summed up again with every letter of a title. */
function linkEvidence(writer: Writer, events: readonly EntryRef[]): void {
  const from = createEntry(writer, { kind: 'sources', fields: { title: 'Port log' } });
  const drafts = events
    .filter((_, index) => index % 5 === 0)
    .map(({ kind, id }) => ({
      kind: 'evidence',
      fields: { from, to: { kind, id, field: 'text' }, relation: 'supports' },
    }));
  revealEntries(writer, prepareEntries(writer, 'evidence', drafts));
}

/** Milliseconds for a run of edits. */
function time(work: (index: number) => void): number {
  const start = performance.now();
  for (let index = 0; index < edits; index += 1) work(index);
  return performance.now() - start;
}
