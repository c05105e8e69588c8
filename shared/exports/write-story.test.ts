import { describe, expect, it } from 'vitest';
import { createEntry } from '../story/commands/create-entry.ts';
import { deleteEntries } from '../story/commands/delete-entry.ts';
import { StoryReader } from '../story/reading/reader.ts';
import { sectionList } from '../story/sections.ts';
import { peer } from '../story/testing/peers.ts';
import { storyFormats } from './format.ts';
import { writeStory } from './write-story.ts';

const options = { at: '2021-03-26T12:00:00.000Z', notebook: 'six-days', drafts: [] };

/** One entry of each section, and an expected event in the trash. */
function everything(): StoryReader {
  const { doc, writer } = peer('ada');
  for (const section of sectionList) createEntry(writer, section.fixture());
  const fields = { date: { edtf: '2021-03-28' }, expected: 'expected' };
  createEntry(writer, { kind: 'events', fields: { ...fields, title: 'Spring tide' } });
  deleteEntries(writer, [createEntry(writer, { kind: 'events', fields: { ...fields, title: 'Thrown away' } })]);
  return new StoryReader(doc);
}

describe('writeStory', () => {
  it.each(storyFormats)('[EX1] [EX3] writes the same %s twice, without the trash', (format) => {
    const written = writeStory(everything(), format, { ...options });
    const reader = everything();
    expect(writeStory(reader, format, options)).toEqual(writeStory(reader, format, options));
    expect(written.ok && written.value.text).toContain('Spring tide');
    expect(written.ok && written.value.text).not.toContain('Thrown away');
  });

  it('[EX4] gives no file where a format wants an event and there is none', () => {
    const reader = new StoryReader(peer('ada').doc);
    for (const format of ['ics', 'timelinejs'] as const)
      expect(writeStory(reader, format, options)).toMatchObject({ ok: false, error: { reason: 'no-event' } });
    for (const format of ['csv', 'md'] as const)
      expect(writeStory(reader, format, options)).toMatchObject({ ok: true, value: { leftOut: [] } });
  });
});
