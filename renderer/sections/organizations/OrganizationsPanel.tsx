import {
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

/** The organizations of the story. */
export function OrganizationsPanel() {
  return (
    <SectionPanel
      kind="organizations"
      belongs="The states, companies, alliances and offices that are involved, and how they stand to the story."
    >
      <EntryList kind="organizations">{(id) => <Organization id={id} />}</EntryList>
    </SectionPanel>
  );
}

function Organization({ id }: { readonly id: string }) {
  return (
    <EntryRow kind="organizations" id={id}>
      <EntryLead of={{ kind: 'organizations', id }}>
        <EditableLine bound={useEntryField('organizations', id, 'name')} className={entryType.title} lasting />
        <EditableLine bound={useEntryField('organizations', id, 'acronym')} className={entryType.meta} />
      </EntryLead>
      <div className={entryType.facts}>
        <EditableLine bound={useEntryField('organizations', id, 'kind')} className={entryType.meta} />
        <EditableLine bound={useEntryField('organizations', id, 'status')} className={entryType.meta} />
      </div>
      <EditableProse bound={useEntryField('organizations', id, 'note')} className={entryType.quietProse} />
      <LinesField bound={useEntryField('organizations', id, 'spellings')} />
    </EntryRow>
  );
}
