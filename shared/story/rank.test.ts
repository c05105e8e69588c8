import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveEntry } from './commands/move-entry.ts';
import { createEntry } from './commands/create-entry.ts';
import { entriesMap } from './document.ts';
import { StoryReader } from './reading/reader.ts';
import { compareRanked, ranksBetween, ranksForMove } from './rank.ts';
import { connect, peer } from './testing/peers.ts';

describe('rank', () => {
  it('[OR1] orders by code unit and breaks ties by id', () => {
    const entries = ['b', 'a', 'c'].map((id) => ({ id, rank: 'a1' }));
    expect([...entries, { id: 'z', rank: 'Zz' }].sort(compareRanked).map((entry) => entry.id)).toEqual([
      'z',
      'a',
      'b',
      'c',
    ]);
  });

  it('[OR2] moves between any neighbours, also between equal and nonsensical ranks', () => {
    const rank = fc.oneof(fc.constantFrom('a0', 'a1', 'a1', 'Zz', '', '!!', 'a0000'), fc.string());
    const scenario = fc
      .array(rank, { minLength: 1, maxLength: 12 })
      .chain((ranks) => fc.tuple(fc.constant(ranks), fc.nat(ranks.length - 1), fc.nat(ranks.length)));
    fc.assert(
      fc.property(scenario, ([ranks, from, to]) => {
        const entries = ranks.map((value, index) => ({ id: `e${index}`, rank: value })).sort(compareRanked);
        const moving = entries[from];
        if (moving === undefined) return;
        const others = entries.filter((entry) => entry !== moving);
        const after = to === 0 ? null : (others[to - 1]?.id ?? null);
        const moved = ranksForMove(entries, moving.id, after);
        const result = entries
          .map((entry) => ({ ...entry, rank: moved.get(entry.id) ?? entry.rank }))
          .sort(compareRanked);
        const at = result.findIndex((entry) => entry.id === moving.id);
        expect(result[at - 1]?.id ?? null).toBe(after);
      }),
    );
  });

  it('[OR2] gives ranks in ascending order', () => {
    const ranks = ranksBetween(null, null, 500);
    expect([...ranks].sort()).toEqual(ranks);
    expect(new Set(ranks).size).toBe(500);
  });

  it('[OR3] loses no entry when two people rearrange offline', () => {
    const moves = fc.array(fc.tuple(fc.nat(7), fc.nat(8), fc.boolean()), { maxLength: 20 });
    fc.assert(
      fc.property(moves, (list) => {
        const alice = peer('alice');
        const refs = Array.from({ length: 8 }, (_, index) =>
          createEntry(alice.writer, { kind: 'events', fields: { title: `Event ${index}` } }),
        );
        const bob = peer('bob', alice.doc);
        for (const [from, to, who] of list) {
          const ref = refs[from];
          if (ref !== undefined)
            moveEntry(who ? alice.writer : bob.writer, ref, to === 0 ? null : (refs[to - 1]?.id ?? null));
        }
        connect(alice.doc, bob.doc);
        const order = new StoryReader(alice.doc).ids('events');
        expect([...order].sort()).toEqual(refs.map((ref) => ref.id).sort());
        expect(new StoryReader(bob.doc).ids('events')).toEqual(order);
        expect(entriesMap(bob.doc, 'events').size).toBe(8);
      }),
      { numRuns: 60 },
    );
  });
});
