import { useCallback } from 'react';
import {
  ChoiceField,
  DateField,
  EditableLine,
  EditableProse,
  EntryLead,
  EntryList,
  EntryRow,
  entryType,
  SectionPanel,
  useEntryField,
} from '../../fields/index.ts';
import type { Wish } from '../../fields/index.ts';
import { useIds, useSession, useView } from '../../session/session-context.ts';
import { Button } from '../../ui/index.ts';
import { eventMoves } from './event-moves.ts';
import styles from './events.module.css';

/** The page shows the latest of a long timeline; all of it stands on the Timeline view. */
const shownAtFirst = 30;

/** The timeline on the page: newest first, each event written in place. */
export function EventsPanel() {
  const { reader } = useSession();
  const moves = useCallback((id: string, wish: Wish) => eventMoves(reader.list('events'), id, wish), [reader]);
  return (
    <SectionPanel
      kind="events"
      belongs="What happened, was said, is claimed or is expected, newest first. A date may be vague or not known."
      aside={<ToTimeline />}
    >
      <EntryList kind="events" limit={shownAtFirst} moves={moves}>
        {(id) => <Event id={id} />}
      </EntryList>
    </SectionPanel>
  );
}

function ToTimeline() {
  const count = useIds('events').length;
  const view = useView();
  if (count === 0) return null;
  return (
    <Button variant="quiet" size="small" onPress={() => view.go({ view: 'timeline' })}>
      {count > shownAtFirst ? `All ${count.toLocaleString('en')} on the timeline` : 'Open the timeline'}
    </Button>
  );
}

function Event({ id }: { readonly id: string }) {
  const title = useEntryField('events', id, 'title');
  const text = useEntryField('events', id, 'text');
  const date = useEntryField('events', id, 'date');
  return (
    <EntryRow kind="events" id={id} className={styles.event}>
      <div className={styles.when}>
        {date.value === null && date.problem === null && <span className={styles.undated}>Undated</span>}
        <DateField
          bound={date}
          add="Add date"
          className={entryType.meta}
          suggestFrom={`${title.value}\n${text.value}`}
        />
        <Clock id={id} />
        <Nature id={id} />
      </div>
      <div className={styles.what}>
        <EntryLead of={{ kind: 'events', id }}>
          <EditableLine bound={title} className={entryType.title} lasting />
        </EntryLead>
        <EditableProse bound={text} className={entryType.quietProse} />
        <EditableLine bound={useEntryField('events', id, 'category')} className={entryType.small} />
      </div>
    </EntryRow>
  );
}

/** The clock time and its zone, as written; only where there is one. */
function Clock({ id }: { readonly id: string }) {
  const time = useEntryField('events', id, 'time');
  const zone = useEntryField('events', id, 'zone');
  if (time.value === '' && zone.value === '') return null;
  return (
    <div className={styles.clock}>
      <EditableLine bound={time} className={entryType.small} />
      <EditableLine bound={zone} className={entryType.small} />
    </div>
  );
}

/** What is said only where it is not the usual: expected events, and statements, allegations and forecasts. */
function Nature({ id }: { readonly id: string }) {
  const nature = useEntryField('events', id, 'nature');
  const expected = useEntryField('events', id, 'expected');
  return (
    <>
      {(expected.value === 'expected' || expected.problem !== null) && (
        <ChoiceField bound={expected} className={styles.expected} />
      )}
      {(nature.value !== 'event' || nature.problem !== null) && (
        <ChoiceField bound={nature} className={styles.nature} />
      )}
    </>
  );
}
