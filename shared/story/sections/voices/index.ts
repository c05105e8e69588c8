import { field } from '../../fields.ts';
import { textsOf } from '../../json-texts.ts';
import { defineSection, normalised } from '../../section.ts';
import { briefVoices } from './brief.ts';
import { voicesPage } from './page.ts';

export { fictionLabel } from './fiction-label.ts';

/** Voices from history: what somebody of the past might say of the story. Always fiction. */
export const voices = defineSection({
  kind: 'voices',
  place: 65,
  names: { one: 'Fictional voice', many: 'Voices' },
  fields: {
    name: field.line('Name'),
    /** The years as printed, without outer brackets: "1805-1894". */
    lifespan: field.line('Lifespan'),
    era: field.line('Era'),
    field: field.line('Field'),
    /** The words put into the person's mouth, with quotation marks where there are some. */
    text: field.prose('Text'),
  },
  title: (fields) => fields.name || 'Unnamed voice',
  identity: (fields) => normalised(fields.name),
  nameFields: ['name'],
  fictional: true,
  storyJson: {
    key: 'voices',
    // That it is fiction is true of every voice: it is written for whoever reads the file, and stored nowhere.
    write: ({ name, lifespan, era, field: work, text }) => ({
      name,
      lifespan,
      era,
      field: work,
      text,
      fictional: true,
    }),
    read: (item) => textsOf(item, ['name', 'lifespan', 'era', 'field', 'text']),
  },
  brief: briefVoices,
  page: voicesPage,
  upgrades: [],
  fixture: () => ({
    kind: 'voices',
    fields: {
      name: 'Ferdinand de Lesseps',
      lifespan: '1805-1894',
      era: 'Second Empire',
      field: 'diplomacy',
      text: 'I was told that the sea would refuse the canal. No one thought to warn me about the cargo.',
    },
  }),
});
