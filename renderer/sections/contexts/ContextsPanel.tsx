import {
  EditableLine,
  EntryLead,
  EntryList,
  EntryRow,
  entryType,
  Part,
  SectionPanel,
  useEntryField,
} from '../../fields/index.ts';

/** What happened before that this resembles. */
export function ContextsPanel() {
  return (
    <SectionPanel
      kind="contexts"
      belongs="What happened before that this resembles: how it came out, and why it matters today."
    >
      <EntryList kind="contexts">{(id) => <Context id={id} />}</EntryList>
    </SectionPanel>
  );
}

function Context({ id }: { readonly id: string }) {
  return (
    <EntryRow kind="contexts" id={id}>
      <EntryLead of={{ kind: 'contexts', id }}>
        <EditableLine bound={useEntryField('contexts', id, 'title')} className={entryType.title} lasting />
        <EditableLine bound={useEntryField('contexts', id, 'span')} className={entryType.meta} />
      </EntryLead>
      <Part bound={useEntryField('contexts', id, 'whatHappened')} />
      <Part bound={useEntryField('contexts', id, 'shortTerm')} />
      <Part bound={useEntryField('contexts', id, 'longTerm')} />
      <Part bound={useEntryField('contexts', id, 'relevance')} />
    </EntryRow>
  );
}
