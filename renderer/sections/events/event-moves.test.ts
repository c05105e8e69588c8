import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import { moveEntry } from '../../../shared/story/commands/move-entry.ts';
import { StoryReader } from '../../../shared/story/reading/reader.ts';
import { peer } from '../../../shared/story/testing/peers.ts';
import type { Wish } from '../../fields/index.ts';
import { eventMoves } from './event-moves.ts';

/** Events by letter, "A24" dated 24 March, "a" undated; in the hand-made order. */
function timeline(...written: readonly string[]) {
  const { doc, writer } = peer('alice');
  for (const one of written) {
    const day = one.slice(1);
    const date = day === '' ? null : { edtf: `2021-03-${day}` };
    createEntry(writer, { kind: 'events', id: one, fields: { title: one, date } });
  }
  const reader = new StoryReader(doc);
  return {
    shown: () => reader.ids('events').join(' '),
    move: (id: string, wish: Wish) => {
      const found = eventMoves(reader.list('events'), id, wish);
      if (found.ok) for (const move of found.moves) moveEntry(writer, { kind: 'events', id: move.id }, move.after);
      return found.ok;
    },
  };
}

describe('eventMoves', () => {
  it('moves undated events up, down and behind any other', () => {
    const events = timeline('A24', 'b', 'c', 'D23');
    events.move('c', { step: -1 });
    expect(events.shown()).toBe('A24 c b D23');
    events.move('b', { step: 1 });
    expect(events.shown()).toBe('A24 c D23 b');
    events.move('b', { behind: null });
    expect(events.shown()).toBe('b A24 c D23');
  });

  it('leaves dated events where their dates put them', () => {
    const events = timeline('A24', 'D23', 'E22');
    expect(events.move('D23', { step: -1 })).toBe(false);
    expect(events.move('D23', { behind: 'E22' })).toBe(false);
    expect(events.move('D23', { behind: null })).toBe(false);
    expect(events.shown()).toBe('A24 D23 E22');
  });

  it('lets events of the same date change places, with what follows them', () => {
    const events = timeline('A24', 'B23', 'x', 'C23', 'y', 'D22');
    expect(events.move('C23', { step: -1 })).toBe(true);
    expect(events.shown()).toBe('A24 C23 y B23 x D22');
    expect(events.move('C23', { step: 1 })).toBe(true);
    expect(events.shown()).toBe('A24 B23 x C23 y D22');
    expect(events.move('C23', { behind: 'A24' })).toBe(true);
    expect(events.shown()).toBe('A24 C23 y B23 x D22');
  });

  it('says where nothing is before or behind', () => {
    const events = timeline('a', 'B23', 'c');
    expect(events.move('a', { step: -1 })).toBe(false);
    expect(events.move('c', { step: 1 })).toBe(false);
    expect(events.move('B23', { step: -1 })).toBe(false);
  });

  it('puts an undated event exactly where it was dropped and leaves all others in order', () => {
    const day = fc.option(fc.constantFrom('22', '23', '24'), { nil: '' });
    fc.assert(
      fc.property(fc.array(day, { minLength: 2, maxLength: 9 }), fc.nat(), fc.nat(), (days, which, where) => {
        const events = timeline(...days.map((one, index) => `${String.fromCharCode(97 + index)}${one ?? ''}`));
        const before = events.shown().split(' ');
        const undated = before.filter((id) => id.length === 1);
        const id = undated[which % Math.max(1, undated.length)];
        if (id === undefined) return;
        const others = before.filter((one) => one !== id);
        const at = where % (others.length + 1);
        events.move(id, { behind: others[at - 1] ?? null });
        expect(events.shown()).toBe(others.toSpliced(at, 0, id).join(' '));
      }),
      { numRuns: 200 },
    );
  });
});
