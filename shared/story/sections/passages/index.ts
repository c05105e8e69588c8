import * as v from 'valibot';
import { field } from '../../fields.ts';
import { defineSection, firstWords } from '../../section.ts';

/** W3C Web Annotation TextQuoteSelector. */
const quoteSchema = v.object({ exact: v.string(), prefix: v.string(), suffix: v.string() });
/** W3C TextPositionSelector: offsets in code points, as the recommendation has it, not in UTF-16 units. */
const positionSchema = v.object({ start: v.number(), end: v.number(), page: v.optional(v.number()) });

/** Highlighted passages of a source's text. */
export const passages = defineSection({
  kind: 'passages',
  place: 90,
  names: { one: 'Passage', many: 'Passages' },
  fields: {
    source: field.ref('Source'),
    capture: field.line('Capture', { internal: true }),
    quote: field.record('Quote', quoteSchema, (quote) => quote.exact),
    position: field.record('Position', positionSchema),
    colour: field.choice('Colour', { yellow: 'Yellow', green: 'Green', red: 'Red', violet: 'Violet' }, 'yellow'),
    note: field.rich('Note'),
  },
  title: (fields) => firstWords(fields.quote?.exact ?? '', 'Empty passage'),
  identity: () => '',
  nameFields: [],
  attached: true,
  upgrades: [],
  fixture: () => ({
    kind: 'passages',
    fields: {
      source: { kind: 'sources', id: 'statement-7' },
      capture: '9f3c2b6e1f0a4d5c8b7a69788695a4b3c2d1e0f9f3c2b6e1f0a4d5c8b7a6e1e1',
      quote: { exact: 'reduced visibility', prefix: 'storm that ', suffix: ' across the' },
      position: { start: 86, end: 104 },
      colour: 'green',
      note: [{ text: 'Compare with the ' }, { text: 'pilot log', italic: true }],
    },
  }),
});
