import * as v from 'valibot';
import { field } from '../../fields.ts';
import { defineSection, firstWords } from '../../section.ts';

/** W3C Web Annotation TextQuoteSelector. */
const quoteSchema = v.object({ exact: v.string(), prefix: v.string(), suffix: v.string() });
/** W3C TextPositionSelector: offsets in code points, as the recommendation has it, not in UTF-16 units. */
const positionSchema = v.object({ start: v.number(), end: v.number(), page: v.optional(v.number()) });

/** What a person said of a passage in another capture of its source: where it is there, or that it is not. The first anchor stays. */
const confirmedSchema = v.object({
  /** SHA-256 of the capture it is said of, hex. */
  capture: v.string(),
  /** The words there; the passage's own where it is not there. */
  quote: quoteSchema,
  /** Null: it is not there. */
  position: v.nullable(positionSchema),
  by: v.string(),
  /** ISO 8601. */
  at: v.string(),
});

export type ConfirmedPlace = v.InferOutput<typeof confirmedSchema>;

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
    /** What people said of it in other captures; of one capture, the last word counts. */
    confirmed: field.records('Confirmed places', confirmedSchema),
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
      confirmed: [
        {
          capture: '1b2c2b6e1f0a4d5c8b7a69788695a4b3c2d1e0f9f3c2b6e1f0a4d5c8b7a6e1e1',
          quote: { exact: 'reduced visibility', prefix: 'a dust storm that ', suffix: ' across the' },
          position: { start: 92, end: 110 },
          by: 'Mara',
          at: '2021-03-27T08:00:00.000Z',
        },
      ],
    },
  }),
});
