import { field } from '../../fields.ts';
import { textsOf } from '../../json-texts.ts';
import { defineSection, normalised } from '../../section.ts';
import { briefPeople } from './brief.ts';
import { peoplePage } from './page.ts';

/** People involved: who they are and where they stand now. */
export const people = defineSection({
  kind: 'people',
  place: 20,
  names: { one: 'Person', many: 'People' },
  fields: {
    name: field.line('Name'),
    spellings: field.lines('Other spellings'),
    role: field.line('Role'),
    /** The current stance. Story JSON and pages call it the note. */
    note: field.prose('Current stance'),
    stanceOn: field.date('Stance as of'),
    /** SHA-256 of a captured picture; '' where there is none. */
    picture: field.line('Picture', { internal: true }),
  },
  title: (fields) => fields.name || 'Unnamed person',
  identity: (fields) => normalised(fields.name),
  nameFields: ['name', 'spellings'],
  storyJson: {
    key: 'people',
    // An absent note is null: the page says nothing, which is not the same as an empty stance.
    write: ({ name, role, note }) => ({ name, role, note: note === '' ? null : note }),
    read: (item) => textsOf(item, ['name', 'role', 'note']),
  },
  brief: briefPeople,
  page: peoplePage,
  upgrades: [],
  fixture: () => ({
    kind: 'people',
    fields: {
      name: 'Osama Rabie',
      spellings: ['Ossama Rabiee', 'أسامة ربيع'],
      role: 'Chairman of the Suez Canal Authority',
      note: 'Says wind was not the only cause',
      stanceOn: { edtf: '2021-03-27' },
      picture: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
    },
  }),
});
