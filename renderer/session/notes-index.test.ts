import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { deleteEntries, restoreEntries } from '../../shared/story/commands/delete-entry.ts';
import { setField } from '../../shared/story/commands/set-field.ts';
import type { Writer } from '../../shared/story/commands/writer.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { peer } from '../../shared/story/testing/peers.ts';
import { noteCounts, threadsAbout } from './notes-index.ts';

const event: EntryRef = { kind: 'events', id: 'grounding' };

function notebook() {
  const { doc, writer } = peer('alice');
  let minute = 0;
  // A clock that moves, so that the order of writing is the order of time.
  const clocked: Writer = { ...writer, now: () => new Date(Date.UTC(2021, 2, 25, 16, minute++)).toISOString() };
  const reader = new StoryReader(doc);
  const write = (
    text: string,
    target: EntryRef,
    replyTo: EntryRef | null = null,
  ): EntryRef & { kind: 'annotations' } => ({
    ...createEntry(clocked, { kind: 'annotations', fields: { target, replyTo, text: [{ text }] } }),
    kind: 'annotations',
  });
  return { writer: clocked, reader, write };
}

const words = (reader: StoryReader, about = event) =>
  threadsAbout(reader, about).map(({ root, replies }) => [root, ...replies].map((note) => note.fields.text[0]?.text));

describe('notes index', () => {
  it('gathers replies under the note that began the thread, oldest first', () => {
    const { reader, write } = notebook();
    const first = write('Two clocks here.', event);
    write('Another matter.', { ...event, field: 'title' });
    write('Agreed.', event, first);
    expect(words(reader)).toEqual([['Two clocks here.', 'Agreed.'], ['Another matter.']]);
    expect(threadsAbout(reader, event)[1]?.target.field).toBe('title');
    expect(noteCounts(reader, 'events')).toEqual(new Map([['grounding', 3]]));
  });

  it('counts open threads only', () => {
    const { reader, write, writer } = notebook();
    const first = write('Settled?', event);
    write('Yes.', event, first);
    setField(writer, first, 'resolvedAt', '2021-03-26T08:00:00.000Z');
    expect(threadsAbout(reader, event)[0]?.isResolved).toBe(true);
    expect(noteCounts(reader, 'events').size).toBe(0);
  });

  it('keeps the replies to a note that somebody put in the trash', () => {
    const { reader, write, writer } = notebook();
    const first = write('Gone.', event);
    write('Still here.', event, first);
    deleteEntries(writer, [first]);
    expect(words(reader)).toEqual([['Still here.']]);
    expect(threadsAbout(reader, event)[0]?.isHeadless).toBe(true);
    restoreEntries(writer, [first]);
    expect(words(reader)).toEqual([['Gone.', 'Still here.']]);
  });

  it('gives the same map while no count changes', () => {
    const { reader, write, writer } = notebook();
    const first = write('One', event);
    write('Elsewhere', { kind: 'people', id: 'pilot' });
    const before = noteCounts(reader, 'events');
    setField(writer, first, 'text', [{ text: 'One, said better' }]);
    expect(noteCounts(reader, 'events')).toBe(before);
    write('Two', { kind: 'people', id: 'pilot' });
    expect(noteCounts(reader, 'events')).toBe(before);
    expect(noteCounts(reader, 'people').get('pilot')).toBe(2);
  });

  it('shows every note once, whatever replies to what', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 10 }), (answers) => {
        const { reader, write, writer } = notebook();
        const refs = answers.map((_, index) => write(String(index), event));
        answers.forEach((to, index) => {
          const [ref, replyTo] = [refs[index], refs[to]];
          if (ref !== undefined && replyTo !== undefined) setField(writer, ref, 'replyTo', replyTo);
        });
        expect(words(reader).flat().sort()).toEqual(answers.map((_, index) => String(index)).sort());
      }),
    );
  });
});
