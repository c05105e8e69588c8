import {
  DateField,
  EditableLine,
  EditableProse,
  EntryLead,
  EntryList,
  EntryRow,
  entryType,
  LinesField,
  SectionPanel,
  useEntryField,
} from '../../fields/index.ts';
import { classes } from '../../ui/index.ts';

/** The people of the story: who they are and where they stand. */
export function PeoplePanel() {
  return (
    <SectionPanel kind="people" belongs="Who decides, acts or speaks here, in what role, and where they stand now.">
      <EntryList kind="people">{(id) => <Person id={id} />}</EntryList>
    </SectionPanel>
  );
}

function Person({ id }: { readonly id: string }) {
  return (
    <EntryRow kind="people" id={id}>
      <EntryLead of={{ kind: 'people', id }}>
        <EditableLine bound={useEntryField('people', id, 'name')} className={entryType.title} lasting />
        <EditableLine bound={useEntryField('people', id, 'role')} className={entryType.meta} />
      </EntryLead>
      <EditableProse bound={useEntryField('people', id, 'note')} className={entryType.quietProse} />
      <div className={entryType.facts}>
        <DateField
          bound={useEntryField('people', id, 'stanceOn')}
          add="Add date of stance"
          className={classes(entryType.small, entryType.asOf)}
        />
        <LinesField bound={useEntryField('people', id, 'spellings')} />
      </div>
    </EntryRow>
  );
}
