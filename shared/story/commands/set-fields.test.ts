import { describe, expect, it } from 'vitest';
import { StoryReader } from '../reading/reader.ts';
import { connect, peer } from '../testing/peers.ts';
import { createEntry } from './create-entry.ts';
import { setFields } from './set-fields.ts';

const kind = 'annotations';

describe('setFields', () => {
  it('[CO6] sets several fields in one transaction', () => {
    const { doc, writer } = peer('alice');
    const note = { kind, id: createEntry(writer, { kind, fields: { text: [{ text: 'Settled?' }] } }).id } as const;
    const reader = new StoryReader(doc);
    let changes = 0;
    reader.onChange(() => (changes += 1));
    setFields(writer, note, { resolvedAt: '2021-03-26T08:00:00.000Z', resolvedBy: 'Ilir' });
    expect(changes).toBe(1);
    expect(reader.entry(kind, note.id)?.fields).toMatchObject({ resolvedBy: 'Ilir' });
  });

  it('merges with what somebody else writes into the same text', () => {
    const alice = peer('alice');
    const note = { kind, id: createEntry(alice.writer, { kind, fields: { text: [{ text: 'One two' }] } }).id } as const;
    const bob = peer('bob', alice.doc);
    setFields(alice.writer, note, { text: [{ text: 'One and two' }], editedAt: '2021-03-26T08:00:00.000Z' });
    setFields(bob.writer, note, { text: [{ text: 'One two', bold: true }] });
    connect(alice.doc, bob.doc);
    const text = new StoryReader(bob.doc).entry(kind, note.id)?.fields.text ?? [];
    expect(text.map((span) => span.text).join('')).toBe('One and two');
    expect(text.some((span) => span.bold === true)).toBe(true);
  });
});
