import * as fc from 'fast-check';
import { createEntry } from '../../story/commands/create-entry.ts';
import { setStoryField } from '../../story/commands/set-field.ts';
import { validEdtf } from '../../story/dates/edtf-samples.suite.ts';
import type { EntryDraft } from '../../story/entry.ts';
import { StoryReader } from '../../story/reading/reader.ts';
import type { EntryOf } from '../../story/sections.ts';
import type { StoryValues } from '../../story/story-fields.ts';
import { peer } from '../../story/testing/peers.ts';

/** A notebook with these entries, in this order. */
export function notebook(story: Partial<StoryValues>, entries: readonly EntryDraft[]): StoryReader {
  const { doc, writer } = peer('ada');
  for (const [name, value] of Object.entries(story)) {
    // The names and values come from the story's own fields.
    setStoryField(writer, name as 'title', value as string);
  }
  for (const entry of entries) createEntry(writer, entry);
  return new StoryReader(doc);
}

/** Words as people and programs leave them. */
export const anyWords: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['=1+1', '+49 30', '-', '@here', "'", "'=x", '"', '""', ',', ';', '\\', '\\n', '\t', '\n', '\n\n', ' '],
        ...['#', '##', '1.', '2)', '- a', '* b', '+ c', '> q', '===', '---', '***', '|', '| a |', ':-:', '~~x~~', '`'],
        ...['```', '[a](b)', '![i](j)', '[x]: y', '<b>', '<!-- ', '-->', '&amp;', '&#65;', '*a*', '_b_', '\\|', '!'],
        ...['https://canal.example/a_b', 'مرحبا', '北京', 'é', '🕊️', '«', '»', '__proto__', 'END:VEVENT', '</script>'],
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

type EventFields = EntryOf<'events'>['fields'];

/** An event as a notebook may hold it. */
export const anyEvent: fc.Arbitrary<EntryDraft & { readonly fields: Omit<EventFields, 'actors'> }> = fc
  .record({
    title: anyWords,
    date: fc.oneof(
      fc.constant(null),
      fc.constantFrom(...validEdtf).map((edtf) => ({ edtf })),
      fc.constantFrom('2021-03-23', '2021-03', '2021', '2021-03-01/2021-03-10').map((edtf) => ({ edtf })),
      fc.tuple(fc.constantFrom(...validEdtf), anyWords).map(([edtf, words]) => ({ edtf, words })),
      fc.constant({ edtf: '2021-03-01/2021-03-10', words: 'early March 2021' }),
    ),
    time: fc.constantFrom('', '07:40', '7.40 am', 'noon', 'at dawn'),
    zone: fc.constantFrom('', 'local', 'UTC', 'UTC+2', '(GMT)', '-03:30', 'EST', 'Europe/Kyiv'),
    category: anyWords,
    text: anyWords,
    nature: fc.constantFrom('event' as const, 'statement' as const, 'allegation' as const, 'forecast' as const),
    expected: fc.constantFrom('happened' as const, 'expected' as const),
  })
  .map((fields) => ({ kind: 'events', fields }));
