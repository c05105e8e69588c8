import {
  EditableLine,
  EditableProse,
  EntryLead,
  EntryList,
  EntryRow,
  entryType,
  SectionPanel,
  useEntryField,
} from '../../fields/index.ts';
import { FictionLabel } from './FictionLabel.tsx';
import styles from './voices.module.css';

/** What people of the past might say. Every one is labelled as fiction before its first word. */
export function VoicesPanel() {
  return (
    <SectionPanel
      kind="voices"
      belongs="What somebody from history might say of this. Always fiction, and always labelled so."
    >
      <EntryList kind="voices">{(id) => <Voice id={id} />}</EntryList>
    </SectionPanel>
  );
}

function Voice({ id }: { readonly id: string }) {
  return (
    <EntryRow kind="voices" id={id}>
      <div className={styles.voice}>
        <FictionLabel />
        <EntryLead of={{ kind: 'voices', id }}>
          <EditableLine bound={useEntryField('voices', id, 'name')} className={entryType.title} lasting />
          <EditableLine bound={useEntryField('voices', id, 'lifespan')} className={entryType.meta} />
          <EditableLine bound={useEntryField('voices', id, 'era')} className={entryType.meta} />
          <EditableLine bound={useEntryField('voices', id, 'field')} className={entryType.meta} />
        </EntryLead>
        <EditableProse bound={useEntryField('voices', id, 'text')} className={entryType.quietProse} />
      </div>
    </EntryRow>
  );
}
