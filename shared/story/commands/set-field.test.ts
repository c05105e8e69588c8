import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { entriesMap, lateName } from '../document.ts';
import { StoryReader } from '../reading/reader.ts';
import { richSpan } from '../rich-text.ts';
import type { RichText } from '../rich-text.ts';
import { connect, peer } from '../testing/peers.ts';
import { createEntry } from './create-entry.ts';
import { setAnyField, setField, setStoryField } from './set-field.ts';

const mark = fc.record(
  { bold: fc.constant(true), italic: fc.constant(true), link: fc.constant('https://canal.example/a') },
  { requiredKeys: [] },
);
const rich: fc.Arbitrary<RichText> = fc.array(
  fc.tuple(fc.string({ minLength: 1, maxLength: 6 }), mark).map(([text, marks]) => richSpan(text, marks)),
  { maxLength: 6 },
);

function units(value: RichText): readonly string[] {
  return value.flatMap(({ text, ...marks }) =>
    [...text].map((letter) => JSON.stringify([letter, Object.entries(marks).sort()])),
  );
}

describe('setting a field', () => {
  it('[CO2] keeps two people’s edits in different places of one text', () => {
    const alice = peer('alice');
    const ref = {
      ...createEntry(alice.writer, { kind: 'events', fields: { text: 'Tugs work. The tide rises.' } }),
      kind: 'events' as const,
    };
    const bob = peer('bob', alice.doc);
    setField(alice.writer, ref, 'text', 'Eight tugs work. The tide rises.');
    setField(bob.writer, ref, 'text', 'Tugs work. The tide rises on Sunday.');
    connect(alice.doc, bob.doc);
    expect(new StoryReader(bob.doc).entry('events', ref.id)?.fields.text).toBe(
      'Eight tugs work. The tide rises on Sunday.',
    );
  });

  it('[CO2] turns any rich text into any other, marks and all', () => {
    fc.assert(
      fc.property(rich, rich, (before, after) => {
        const { doc, writer } = peer('alice');
        setStoryField(writer, 'overview', before);
        setStoryField(writer, 'overview', after);
        expect(units(new StoryReader(doc).story().fields.overview)).toEqual(units(after));
      }),
    );
  });

  it('[CO2] keeps additions of two people to one list', () => {
    const alice = peer('alice');
    const ref = {
      ...createEntry(alice.writer, { kind: 'people', fields: { spellings: ['Rabie'] } }),
      kind: 'people' as const,
    };
    const bob = peer('bob', alice.doc);
    setField(alice.writer, ref, 'spellings', ['Rabie', 'Rabiee']);
    setField(bob.writer, ref, 'spellings', ['Rabie', 'Ossama Rabie']);
    connect(alice.doc, bob.doc);
    const spellings = new StoryReader(alice.doc).entry('people', ref.id)?.fields.spellings ?? [];
    expect([...spellings].sort()).toEqual(['Ossama Rabie', 'Rabie', 'Rabiee']);
  });

  it('[CO3] writes nothing when nothing changes', () => {
    const { doc, writer } = peer('alice');
    const ref = {
      ...createEntry(writer, { kind: 'events', fields: { title: 'A', text: 'B', date: { edtf: '2021' } } }),
      kind: 'events' as const,
    };
    const before = Y.encodeStateVector(doc);
    setField(writer, ref, 'title', 'A');
    setField(writer, ref, 'text', 'B');
    setField(writer, ref, 'date', { edtf: '2021' });
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  it('[CO4] keeps the earlier values of an indicator', () => {
    const { doc, writer } = peer('alice');
    const ref = {
      ...createEntry(writer, { kind: 'indicators', fields: { value: '206', asOf: { edtf: '2021-03-25' } } }),
      kind: 'indicators' as const,
    };
    setField(writer, ref, 'value', '237');
    expect(new StoryReader(doc).entry('indicators', ref.id)?.fields.earlier).toEqual([
      { value: '206', on: { edtf: '2021-03-25' }, recordedAt: '2021-03-26T12:00:00.000Z' },
    ]);
  });

  it('[DO2] two people can start the same missing field of an older entry and lose nothing', () => {
    const alice = peer('alice');
    const ref = createEntry(alice.writer, { kind: 'events', fields: {} });
    // As a version without descriptions and actors would have stored it.
    entriesMap(alice.doc, 'events').get(ref.id)?.delete('text');
    const bob = peer('bob', alice.doc);
    setAnyField(alice.writer, ref, 'text', 'From Alice. ');
    setAnyField(bob.writer, ref, 'text', 'From Bob. ');
    const reader = new StoryReader(alice.doc);
    connect(alice.doc, bob.doc);
    expect(alice.doc.share.has(lateName('events', ref.id, 'text'))).toBe(true);
    const text = reader.entry('events', ref.id)?.fields.text ?? '';
    expect(text).toContain('From Alice.');
    expect(text).toContain('From Bob.');
  });
});
