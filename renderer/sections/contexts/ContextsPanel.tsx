import {
  EditableLine,
  EntryList,
  EntryRow,
  entryType,
  NoteCount,
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
      <div className={entryType.lead}>
        <div className={entryType.leadWords}>
          <EditableLine bound={useEntryField('contexts', id, 'title')} className={entryType.title} lasting />
          <EditableLine bound={useEntryField('contexts', id, 'span')} className={entryType.meta} />
        </div>
        <NoteCount of={{ kind: 'contexts', id }} />
      </div>
      <Part bound={useEntryField('contexts', id, 'whatHappened')} />
      <Part bound={useEntryField('contexts', id, 'shortTerm')} />
      <Part bound={useEntryField('contexts', id, 'longTerm')} />
      <Part bound={useEntryField('contexts', id, 'relevance')} />
    </EntryRow>
  );
}
