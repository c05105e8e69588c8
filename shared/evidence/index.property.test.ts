import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEntry, prepareEntries, revealEntries } from '../story/commands/create-entry.ts';
import { deleteEntries, restoreEntries } from '../story/commands/delete-entry.ts';
import { setAnyField } from '../story/commands/set-field.ts';
import type { EntryDraft } from '../story/entry.ts';
import { StoryReader } from '../story/reading/reader.ts';
import type { EntryRef } from '../story/ref.ts';
import { connect, peer } from '../story/testing/peers.ts';
import type { Peer } from '../story/testing/peers.ts';
import { EvidenceIndex, ledger } from './index.ts';

const ids = ['a', 'b', 'c'];
const kinds = ['events', 'voices', 'sources', 'passages', 'evidence', 'story', 'nothing'];
/** Plain objects, as Yjs wants them. */
const plain = { noNullPrototype: true } as const;
const anyRef: fc.Arbitrary<EntryRef> = fc.record(
  {
    kind: fc.constantFrom(...kinds),
    id: fc.constantFrom(...ids, 'story', 'missing'),
    field: fc.constantFrom('title', 'text', 'value', 'unheard-of'),
  },
  plain,
);
const source = fc.record({ kind: fc.constantFrom('sources', 'voices'), id: fc.constantFrom(...ids, 'missing') }, plain);

/** One thing somebody does: links anything to anything, as a hostile file could, or removes, restores, repeats, writes. */
const anyStep = fc.oneof(
  fc.record({
    do: fc.constant('link' as const),
    from: anyRef,
    to: anyRef,
    relation: fc.constantFrom('supports', 'disputes', 'context'),
    value: fc.constantFrom('', '1', '2'),
  }),
  fc.record({ do: fc.constantFrom('delete' as const, 'restore' as const), ref: anyRef }),
  fc.record({ do: fc.constant('repeat' as const), id: fc.constantFrom(...ids), as: fc.option(source) }),
  fc.record({ do: fc.constant('move' as const), id: fc.constantFrom(...ids), to: source }),
  fc.record({ do: fc.constant('write' as const), id: fc.constantFrom(...ids), words: fc.string() }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

function begin(): Peer {
  const alice = peer('alice');
  for (const kind of ['events', 'voices', 'sources'])
    for (const id of ids) createEntry(alice.writer, { kind, id, fields: {} });
  for (const id of ids)
    createEntry(alice.writer, { kind: 'passages', id, fields: { source: { kind: 'sources', id } } });
  return alice;
}

function run({ writer }: Peer, step: Step): void {
  switch (step.do) {
    case 'link': {
      const { from, to, relation, value } = step;
      createEntry(writer, { kind: 'evidence', fields: { from, to, relation, value } });
      return;
    }
    case 'delete':
      return deleteEntries(writer, [step.ref]);
    case 'restore':
      return restoreEntries(writer, [step.ref]);
    case 'repeat':
      return setAnyField(writer, { kind: 'sources', id: step.id }, 'repeats', step.as);
    case 'move':
      return setAnyField(writer, { kind: 'passages', id: step.id }, 'source', step.to);
    case 'write':
      return setAnyField(writer, { kind: 'events', id: step.id }, 'title', step.words);
  }
}

/** Everything the index says. */
function all(index: EvidenceIndex, reader: StoryReader): unknown {
  const refs = kinds.flatMap((kind) => [...ids, 'story', 'missing'].map((id) => ({ kind, id })));
  return [
    refs.map((ref) => [
      index.about(ref),
      index
        .from(ref)
        .map(({ id }) => id)
        .sort(),
    ]),
    ledger(reader, index.targets(), reader.list('contradictions')).map(({ key, statements }) => [
      key,
      statements.map((statement) => statement.key),
    ]),
  ];
}

describe('EvidenceIndex', () => {
  it('[EV6] [EV7] equals a fresh one after any sequence of edits, local and merged', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), anyStep), { maxLength: 25 }), fc.nat(25), (steps, meetAt) => {
        const alice = begin();
        const bob = peer('bob', alice.doc);
        const reader = new StoryReader(alice.doc);
        const index = new EvidenceIndex(reader);
        steps.forEach(([isBob, step], at) => {
          run(isBob ? bob : alice, step);
          // What was summed up before must not linger.
          all(index, reader);
          if (at === meetAt) connect(alice.doc, bob.doc);
        });
        connect(alice.doc, bob.doc);
        const copy = new Y.Doc();
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(alice.doc));
        const fresh = new StoryReader(copy);
        expect(all(index, reader)).toEqual(all(new EvidenceIndex(fresh), fresh));
      }),
      { numRuns: 150 },
    );
  });

  it('[EV1] counts no fiction, whatever a file says', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 20 }), (steps) => {
        const alice = begin();
        for (const step of steps) run(alice, step);
        const reader = new StoryReader(alice.doc);
        const index = new EvidenceIndex(reader);
        for (const { target, fields } of index.targets()) {
          const counted = fields.flatMap((field) => [...field.supports, ...field.disputes, ...field.context]);
          for (const { entry, passage } of counted) {
            const { from } = entry.fields;
            const behind = passage === null ? from : reader.entry('passages', passage)?.fields.source;
            expect([target.kind, from?.kind, behind?.kind]).not.toContain('voices');
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('[EV6] costs the links to what was touched, at 10,000 events and 2,000 links', () => {
    const { doc, writer } = peer('alice');
    const from = createEntry(writer, { kind: 'sources', fields: { title: 'Log' } });
    const many = (kind: string, count: number, fields: (at: number) => EntryDraft['fields']): readonly EntryRef[] => {
      const drafts = Array.from({ length: count }, (_, at) => ({ kind, fields: fields(at) }));
      const refs = prepareEntries(writer, kind, drafts);
      revealEntries(writer, refs);
      return refs;
    };
    const events = many('events', 10_000, () => ({}));
    many('evidence', 2_000, (at) => ({ from, to: { ...events[at], field: 'text' }, relation: 'supports' }));
    const reader = new StoryReader(doc);
    const index = new EvidenceIndex(reader);
    const before = index.targets();
    expect(before).toHaveLength(2_000);
    const written = events[7] ?? from;
    let told = 0;
    index.onChange(() => (told += 1));
    for (let at = 0; at < 200; at += 1) setAnyField(writer, written, 'title', `Title ${at}`);
    expect(told).toBe(0);
    expect(index.targets().every((target, at) => target === before[at])).toBe(true);
  });
});
