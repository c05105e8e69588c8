import { field } from '../../fields.ts';
import { plainFromRich } from '../../rich-text.ts';
import { defineSection, firstWords } from '../../section.ts';
import { briefContradictions } from './brief.ts';

/**
 * Contradictions that people keep: values of several entries that do not agree, or what was judged of a field that sources
 * dispute. The ledger (`shared/evidence`) finds the others by itself; nothing here or there says who is right.
 */
export const contradictions = defineSection({
  kind: 'contradictions',
  place: 75,
  names: { one: 'Contradiction', many: 'Contradictions' },
  fields: {
    title: field.line('Title'),
    /** The fields whose values stand against each other. */
    about: field.refs('Values compared'),
    note: field.rich('Note'),
    judgement: field.rich('Judgement'),
    state: field.choice('State', { open: 'Open', settled: 'Settled' }, 'open'),
    judgedBy: field.line('Judged by', { internal: true }),
    judgedAt: field.stamp('Judged'),
  },
  title: (fields) => fields.title || firstWords(plainFromRich(fields.note), 'Untitled contradiction'),
  identity: () => '',
  nameFields: ['title'],
  brief: briefContradictions,
  upgrades: [],
  fixture: () => ({
    kind: 'contradictions',
    fields: {
      title: 'Two counts of the queue',
      about: [
        { kind: 'indicators', id: 'queue', field: 'value' },
        { kind: 'events', id: 'first-convoy', field: 'text' },
      ],
      note: [{ text: 'One count leaves out the ' }, { text: 'lakes', italic: true }],
      judgement: [{ text: 'Both are right: they count different waters.' }],
      state: 'settled',
      judgedBy: 'Mara Riedel',
      judgedAt: '2021-03-27T08:00:00.000Z',
    },
  }),
});
