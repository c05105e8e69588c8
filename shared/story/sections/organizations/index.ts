import { field } from '../../fields.ts';
import { textsOf } from '../../json-texts.ts';
import { defineSection, normalised } from '../../section.ts';
import { briefOrganizations } from './brief.ts';
import { organizationsPage } from './page.ts';

/** Organizations involved. */
export const organizations = defineSection({
  kind: 'organizations',
  place: 30,
  names: { one: 'Organization', many: 'Organizations' },
  fields: {
    name: field.line('Name'),
    acronym: field.line('Acronym'),
    spellings: field.lines('Other spellings'),
    kind: field.line('Kind'),
    status: field.line('Status'),
    /** The description. Story JSON calls it the note. */
    note: field.prose('Description'),
  },
  title: (fields) => fields.name || fields.acronym || 'Unnamed organization',
  identity: (fields) => normalised(fields.name),
  nameFields: ['name', 'acronym', 'spellings'],
  storyJson: {
    key: 'organizations',
    write: ({ name, kind, status, note }) => ({ name, kind, status, note }),
    read: (item) => textsOf(item, ['name', 'kind', 'status', 'note']),
  },
  brief: briefOrganizations,
  page: organizationsPage,
  upgrades: [],
  fixture: () => ({
    kind: 'organizations',
    fields: {
      name: 'Suez Canal Authority',
      acronym: 'SCA',
      spellings: ['Canal Authority'],
      kind: 'State authority',
      status: 'Navigation suspended since 24 March',
      note: 'Owns and runs the canal, its pilots and its tugs.',
    },
  }),
});
