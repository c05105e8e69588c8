import {
  EditableLine,
  EditableProse,
  EntryLead,
  EntryList,
  EntryRow,
  entryType,
  LogField,
  Part,
  SectionPanel,
  useEntryField,
} from '../../fields/index.ts';
import styles from './scenarios.module.css';

/** How the story may go on, numbered as they stand. */
export function ScenariosPanel() {
  return (
    <SectionPanel
      kind="scenarios"
      belongs="How this may go on: who discusses it, what would happen, and what would set it off."
    >
      <EntryList kind="scenarios">{(id, index) => <Scenario id={id} number={index + 1} />}</EntryList>
    </SectionPanel>
  );
}

function Scenario({ id, number }: { readonly id: string; readonly number: number }) {
  return (
    <EntryRow kind="scenarios" id={id} className={styles.scenario}>
      <span className={styles.number}>{number}</span>
      <div className={styles.body}>
        <EntryLead of={{ kind: 'scenarios', id }}>
          <EditableLine bound={useEntryField('scenarios', id, 'title')} className={entryType.title} lasting />
        </EntryLead>
        <EditableLine
          bound={useEntryField('scenarios', id, 'discussedBy')}
          add="Add who discusses it"
          className={styles.by}
        />
        <EditableProse bound={useEntryField('scenarios', id, 'text')} className={entryType.quietProse} />
        <Part bound={useEntryField('scenarios', id, 'trigger')} />
        <div className={styles.probability}>
          <LogField bound={useEntryField('scenarios', id, 'probability')} />
        </div>
      </div>
    </EntryRow>
  );
}
