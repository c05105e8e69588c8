import { field } from '../../fields.ts';
import { defineSection, firstWords } from '../../section.ts';

/** Text from imports that no section recognised: kept in order until somebody files or deletes it. */
export const unsorted = defineSection({
  kind: 'unsorted',
  place: 120,
  names: { one: 'Unsorted text', many: 'Unsorted' },
  fields: {
    text: field.prose('Text'),
    /** The heading it stood under; '' before the first. */
    under: field.line('Found under'),
  },
  title: (fields) => firstWords(fields.text, 'Empty text'),
  identity: () => '',
  nameFields: [],
  upgrades: [],
  fixture: () => ({
    kind: 'unsorted',
    fields: { text: 'Subscribe for updates on shipping', under: 'Key indicators' },
  }),
});
