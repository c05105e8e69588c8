import { field } from '../../fields.ts';
import { textsOf } from '../../json-texts.ts';
import { defineSection, normalised } from '../../section.ts';
import { briefScenarios } from './brief.ts';
import { scenariosPage } from './page.ts';

/** Scenarios: how the story may go on, who says so, and what would set it off. */
export const scenarios = defineSection({
  kind: 'scenarios',
  place: 50,
  names: { one: 'Scenario', many: 'Scenarios' },
  fields: {
    title: field.line('Title'),
    discussedBy: field.line('Discussed by'),
    text: field.prose('Narrative'),
    trigger: field.prose('Key trigger'),
    /** "55%" and the like, oldest first. */
    probability: field.log('Probability'),
  },
  title: (fields) => fields.title || 'Untitled scenario',
  identity: (fields) => normalised(fields.title),
  nameFields: ['title'],
  storyJson: {
    key: 'scenarios',
    write: ({ title, discussedBy, text, trigger }) => ({
      title,
      discussedBy: discussedBy || null,
      text,
      trigger: trigger || null,
    }),
    read: (item) => textsOf(item, ['title', 'discussedBy', 'text', 'trigger']),
  },
  brief: briefScenarios,
  page: scenariosPage,
  upgrades: [],
  fixture: () => ({
    kind: 'scenarios',
    fields: {
      title: 'Refloated on the spring tide',
      discussedBy: 'Salvors, the canal authority',
      text: 'Dredging frees the bulb by Saturday and thirteen tugs turn the stern at high water.',
      trigger: '20,000 cubic metres removed before the evening of the 28th.',
      probability: [{ value: '40%', on: { edtf: '2021-03-25' }, recordedAt: '2021-03-25T18:00:00.000Z' }],
    },
  }),
});
