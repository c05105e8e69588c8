import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEntry } from '../../commands/create-entry.ts';
import { moveEntry } from '../../commands/move-entry.ts';
import { setField } from '../../commands/set-field.ts';
import { compareDates } from '../../dates/index.ts';
import { StoryReader } from '../../reading/reader.ts';
import { peer } from '../../testing/peers.ts';

function timeline(...dates: readonly (string | null)[]) {
  const { doc, writer } = peer('alice');
  const refs = dates.map((edtf, index) =>
    createEntry(writer, { kind: 'events', fields: { title: `E${index}`, date: edtf === null ? null : { edtf } } }),
  );
  const reader = new StoryReader(doc);
  const titles = (): readonly string[] => reader.list('events').map((event) => event.fields.title);
  return { writer, refs, reader, titles };
}

describe('the order of the timeline', () => {
  it('[OR4] keeps the page order where no event has a date', () => {
    expect(timeline(null, null, null).titles()).toEqual(['E0', 'E1', 'E2']);
  });

  it('[OR4] puts dated events newest first and keeps undated ones behind the event they follow', () => {
    const { titles } = timeline(null, '2021-03-23', null, '2021-03-25', null);
    expect(titles()).toEqual(['E0', 'E3', 'E4', 'E1', 'E2']);
  });

  it('[OR5] keeps the hand-made order of events with the same date', () => {
    const { titles, writer, refs } = timeline('2021-03', '2021-03', '2021-03');
    const [, second, third] = refs;
    if (second === undefined || third === undefined) throw new Error('no events');
    moveEntry(writer, third, null);
    expect(titles()).toEqual(['E2', 'E0', 'E1']);
    moveEntry(writer, second, third.id);
    expect(titles()).toEqual(['E2', 'E1', 'E0']);
  });

  it('[OR4] follows a date that is set later', () => {
    const { titles, writer, refs } = timeline('2021-03-25', null, '2021-03-23');
    const [, second] = refs;
    if (second === undefined) throw new Error('no event');
    setField(writer, { ...second, kind: 'events' }, 'date', { edtf: '2021-03-26' });
    expect(titles()).toEqual(['E1', 'E0', 'E2']);
  });

  it('[OR4] puts a moved undated event right behind the one it was dropped on', () => {
    const scenario = fc.tuple(
      fc.array(fc.constantFrom(null, '2021', '2021-03', '2021-03-23', '1994/2014'), { minLength: 2, maxLength: 9 }),
      fc.nat(8),
    );
    fc.assert(
      fc.property(scenario, ([dates, on]) => {
        const { titles, writer, refs, reader } = timeline(...dates, null);
        const moving = refs.at(-1);
        const target = refs[on % dates.length];
        if (moving === undefined || target === undefined) throw new Error('no events');
        moveEntry(writer, moving, target.id);
        const order = reader.ids('events');
        expect(order.indexOf(moving.id)).toBe(order.indexOf(target.id) + 1);
        expect(titles()).toHaveLength(refs.length);
      }),
    );
  });

  it('[OR4] never shows an older dated event before a newer one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(null, '2021', '2020-05', '2021-03-23', '2022/..'), { maxLength: 12 }),
        (dates) => {
          const { reader } = timeline(...dates);
          const shown = reader.list('events').flatMap((event) => event.fields.date ?? []);
          for (const [index, date] of shown.entries()) {
            const next = shown[index + 1];
            if (next !== undefined) expect(compareDates(date, next)).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
});
