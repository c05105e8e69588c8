import { field } from '../../fields.ts';
import { defineSection } from '../../section.ts';

const relations = { supports: 'Supports', disputes: 'Disputes', context: 'Gives context' } as const;

/** Evidence links: a passage or a source, tied to a field of an entry. */
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
  },
  title: (fields) => relations[fields.relation],
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
    },
  }),
});
