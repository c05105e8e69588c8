import * as v from 'valibot';
import { field } from '../../fields.ts';
import { plainFromRich } from '../../rich-text.ts';
import { defineSection, firstWords } from '../../section.ts';

const relations = { supports: 'Supports', disputes: 'Disputes', context: 'Gives context' } as const;

/** A sentence of a draft, by the words of its text: W3C TextQuoteSelector. */
const sentenceSchema = v.object({ exact: v.string(), prefix: v.string(), suffix: v.string() });

/**
 * Evidence links: a passage or a source, tied to a field of an entry. Links are made by `commands/link-evidence.ts`, which
 * refuses fiction; what came otherwise is judged where it is read (`shared/evidence`).
 */
export const evidence = defineSection({
  kind: 'evidence',
  place: 100,
  names: { one: 'Evidence link', many: 'Evidence' },
  fields: {
    from: field.ref('Passage or source'),
    to: field.ref('What it speaks to'),
    relation: field.choice('Relation', relations, 'context'),
    /** Credibility of the item, NATO (AJP-2.1) grading; its words are shown, never the number alone. */
    credibility: field.choice(
      'Credibility',
      {
        unset: 'Not graded',
        '1': 'Confirmed by other sources',
        '2': 'Probably true',
        '3': 'Possibly true',
        '4': 'Doubtful',
        '5': 'Improbable',
        '6': 'Truth cannot be judged',
      },
      'unset',
    ),
    note: field.rich('Note'),
    /** Which sentence, where it speaks to the text of a draft. */
    sentence: field.record('Sentence', sentenceSchema, (sentence) => sentence.exact),
    /** What the passage says, where that is a value: "237", with what is counted, where, and of which day. */
    value: field.line('Value it gives'),
    unit: field.line('Unit'),
    scope: field.line('Scope'),
    asOf: field.date('As of'),
  },
  title: ({ relation, value, unit, sentence, note }) => {
    const words = [value, unit].join(' ').trim() || (sentence?.exact ?? '') || plainFromRich(note);
    return words === '' ? relations[relation] : `${relations[relation]}: ${firstWords(words, '')}`;
  },
  identity: () => '',
  nameFields: [],
  attached: true,
  upgrades: [],
  fixture: () => ({
    kind: 'evidence',
    fields: {
      from: { kind: 'passages', id: 'visibility' },
      to: { kind: 'events', id: 'grounding', field: 'text' },
      relation: 'supports',
      credibility: '2',
      note: [{ text: 'The gust is in the port log too.' }],
      sentence: { exact: 'A gust pushed the stern.', prefix: 'swung. ', suffix: ' Everything' },
      value: '40',
      unit: 'knots',
      scope: 'Southern reach, gusts',
      asOf: { edtf: '2021-03-23' },
    },
  }),
});
