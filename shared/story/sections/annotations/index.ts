import { field } from '../../fields.ts';
import { plainFromRich } from '../../rich-text.ts';
import { defineSection, firstWords } from '../../section.ts';
import { notePlaceSchema } from './place.ts';

export type { NotePlace } from './place.ts';

/** Annotations, called Notes in the window: a thread on any entry, field or passage. A reply is an entry of its own. */
export const annotations = defineSection({
  kind: 'annotations',
  place: 110,
  names: { one: 'Note', many: 'Notes' },
  fields: {
    target: field.ref('About'),
    /** Which words it is about, where it is about some of a draft; null for the whole, and for replies. */
    place: field.record('Words', notePlaceSchema, (place) => place.quote.exact, { kept: true }),
    /** The first note of the thread; null for that first note itself. */
    replyTo: field.ref('In reply to'),
    author: field.line('Author', { internal: true }),
    text: field.rich('Note'),
    editedAt: field.stamp('Edited'),
    resolvedAt: field.stamp('Resolved'),
    resolvedBy: field.line('Resolved by', { internal: true }),
  },
  title: (fields) => firstWords(plainFromRich(fields.text), 'Empty note'),
  identity: () => '',
  nameFields: [],
  attached: true,
  upgrades: [],
  fixture: () => ({
    kind: 'annotations',
    fields: {
      target: { kind: 'drafts', id: 'what-a-day-is-worth' },
      place: {
        quote: { exact: 'forty ships', prefix: 'By noon ', suffix: ' had turned' },
        position: { start: 412, end: 423 },
        start: 'AAABBQA=',
        end: 'AAABDwE=',
      },
      replyTo: { kind: 'annotations', id: 'two-clocks' },
      author: 'Mara Riedel',
      text: [{ text: 'Keep ' }, { text: 'about 07:40', bold: true }, { text: '.' }],
      editedAt: '2021-03-25T16:24:00.000Z',
      resolvedAt: '2021-03-26T08:00:00.000Z',
      resolvedBy: 'Ilir Kola',
    },
  }),
});
