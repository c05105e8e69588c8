import { dateInWords } from '../../../shared/story/dates/index.ts';
import type { LogItem } from '../../../shared/story/fields.ts';
import {
  ContestedMark,
  DateField,
  EditableLine,
  EditableProse,
  EntryList,
  EntryRow,
  entryType,
  EvidenceCount,
  NoteCount,
  SectionPanel,
  useEntryField,
} from '../../fields/index.ts';
import { useEvidenceSets } from '../../session/evidence.ts';
import { useIds } from '../../session/session-context.ts';
import styles from './indicators.module.css';

/** The figures of the story, side by side. */
export function IndicatorsPanel() {
  return (
    <SectionPanel
      kind="indicators"
      belongs="A number that tells how things stand: what is held up, lost, owed or left."
      aside={<Evidenced />}
    >
      <EntryList kind="indicators" layout="grid">
        {(id) => <Indicator id={id} />}
      </EntryList>
    </SectionPanel>
  );
}

/** How many of them have evidence; only where the notebook has any. */
function Evidenced() {
  const count = useIds('indicators').length;
  const { evidenced, hasAny } = useEvidenceSets('indicators');
  if (!hasAny || count === 0) return null;
  return (
    <span className={entryType.small}>
      {evidenced.size} of {count} have evidence
    </span>
  );
}

function Indicator({ id }: { readonly id: string }) {
  const unit = useEntryField('indicators', id, 'unit');
  const scope = useEntryField('indicators', id, 'scope');
  const earlier = useEntryField('indicators', id, 'earlier');
  return (
    <EntryRow kind="indicators" id={id}>
      <EditableLine bound={useEntryField('indicators', id, 'value')} className={entryType.figure} lasting />
      <EditableLine bound={useEntryField('indicators', id, 'label')} className={entryType.label} lasting />
      <EditableProse bound={useEntryField('indicators', id, 'detail')} className={styles.detail} />
      <div className={entryType.small}>
        <div className={entryType.facts}>
          {unit.value !== '' && <EditableLine bound={unit} />}
          {scope.value !== '' && <EditableLine bound={scope} />}
          <DateField bound={useEntryField('indicators', id, 'asOf')} add="Add as-of date" className={entryType.asOf} />
        </div>
        <Earlier items={earlier.value} />
        <ContestedMark of={{ kind: 'indicators', id }} />
        <EvidenceCount of={{ kind: 'indicators', id }} />
        <NoteCount of={{ kind: 'indicators', id }} />
      </div>
    </EntryRow>
  );
}

/** How many earlier values stand on the page; the details have all. */
const mostEarlier = 2;

/** What the figure was before, latest first. */
function Earlier({ items }: { readonly items: readonly LogItem[] }) {
  if (items.length === 0) return null;
  const said = items
    .slice(-mostEarlier)
    .toReversed()
    .map(({ value, on }) => (on === null ? value : `${value} (${dateInWords(on, { style: 'short' })})`));
  return <div>earlier {said.join(', ')}</div>;
}
