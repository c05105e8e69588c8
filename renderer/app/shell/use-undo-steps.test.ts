import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import { setAnyField, setStoryField } from '../../../shared/story/commands/set-field.ts';
import type { Writer } from '../../../shared/story/commands/writer.ts';
import { StoryReader } from '../../../shared/story/reading/reader.ts';
import type { StoryChange } from '../../../shared/story/reading/reader.ts';
import { stepWords, touchedEntry } from './use-undo-steps.ts';

function notebook() {
  const doc = new Y.Doc();
  const reader = new StoryReader(doc);
  let next = 0;
  const writer: Writer = { doc, newId: () => `id-${(next += 1)}`, now: () => '2021-03-26T12:00:00.000Z', author: '' };
  const changes = (work: () => void): readonly StoryChange[] => {
    const seen: StoryChange[] = [];
    const stop = reader.onChange((change) => seen.push(change));
    work();
    stop();
    return seen;
  };
  return { reader, writer, changes };
}

describe('what an undo step did', () => {
  it('names the one entry it changed', () => {
    const { reader, writer, changes } = notebook();
    const ref = createEntry(writer, { kind: 'events', fields: { title: 'Salvage firm named' } });
    const seen = changes(() => setAnyField(writer, ref, 'category', 'Salvage'));
    const touched = touchedEntry(reader, seen);
    expect(touched).toEqual(ref);
    expect(stepWords('Undid', reader, touched, seen)).toBe('Undid a change to event “Salvage firm named”');
  });

  it('says the story where its head was changed, and how many where there were many', () => {
    const { reader, writer, changes } = notebook();
    const head = changes(() => setStoryField(writer, 'title', 'The long drought'));
    expect(touchedEntry(reader, head)).toBeNull();
    expect(stepWords('Redid', reader, null, head)).toBe('Redid a change to the story');
    const many = changes(() => {
      createEntry(writer, { kind: 'people', fields: { name: 'Mara Riedel' } });
      createEntry(writer, { kind: 'people', fields: { name: 'Ilir Kola' } });
    });
    expect(touchedEntry(reader, many)).toBeNull();
    expect(stepWords('Undid', reader, null, many)).toMatch(/^Undid a change to \d+ entries$/);
  });
});
