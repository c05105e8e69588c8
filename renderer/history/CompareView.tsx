import { useEffect, useState } from 'react';
import type { Comparison } from '../../shared/history/comparison.ts';
import { offerUndo } from '../fields/index.ts';
import { useOpenSession, useReadOnly, useView } from '../session/session-context.ts';
import { Button, ConfirmDialog, EmptyState, Spinner, toasts } from '../ui/index.ts';
import { ComparedEntry } from './ComparedEntry.tsx';
import { ComparedFields } from './ComparedFields.tsx';
import { momentInFull } from './day-words.ts';
import { useHistory } from './history-context.ts';
import { placeOf } from './history-filter.ts';
import { countedDifferences, sectionWords } from './comparison-words.ts';
import type { PastMoment } from './history.ts';
import styles from './history.module.css';
import { LongList } from './LongList.tsx';
import { takeBack } from './take-back.ts';
import type { TakenBack } from './take-back.ts';
import { useAnswer } from './use-answer.ts';

/** An earlier state beside the present: what differs, and the ways to take it back. */
export function CompareView({ moment }: { readonly moment: PastMoment }) {
  const history = useHistory();
  const view = useView();
  const turn = useTurns();
  const at = useMomentTime(moment);
  const asked = useAnswer(`${placeOf(moment)}/${turn}`, (options) => history.compare(moment, options));
  const { value: comparison, problem } = asked;
  const when = at === null ? 'The backup' : momentInFull(at);
  const take = useTakeBack(moment, comparison, when);
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <h1 className={styles.title}>{when}, compared with now</h1>
        <span className={styles.ways}>
          <Button size="small" variant="quiet" onPress={() => view.go({ view: 'history' })}>
            All history
          </Button>
          {comparison !== null && !isSame(comparison) && <TakeAll comparison={comparison} when={when} take={take} />}
        </span>
      </header>
      {problem !== null && <p role="alert">{problem}</p>}
      {comparison === null && problem === null && <Spinner label="Comparing with now" />}
      {comparison !== null && (
        <>
          <p role="status" className={styles.words}>
            {countedDifferences(comparison)}
          </p>
          <Differences comparison={comparison} moment={moment} turn={turn} take={take} />
        </>
      )}
    </div>
  );
}

interface DifferencesProps {
  readonly comparison: Comparison;
  readonly moment: PastMoment;
  readonly turn: number;
  readonly take: (what: TakenBack) => Promise<void>;
}

function Differences({ comparison, moment, turn, take }: DifferencesProps) {
  if (isSame(comparison)) return <EmptyState title="Nothing differs">The notebook is now as it was then.</EmptyState>;
  return (
    <>
      {comparison.story.length > 0 && (
        <section aria-labelledby="compared-story" className={styles.compared}>
          <h2 id="compared-story" className={styles.section}>
            Head and overview
          </h2>
          <ComparedFields
            of={null}
            moment={moment}
            turn={turn}
            onTake={(field) => void take({ type: 'story', field: field.name })}
          />
        </section>
      )}
      {comparison.sections.map(({ kind, entries }) => (
        <section key={kind} aria-labelledby={`compared-${kind}`} className={styles.compared}>
          <h2 id={`compared-${kind}`} className={styles.section}>
            {sectionWords(kind)}
          </h2>
          <LongList items={entries}>
            {(entry) => (
              <ComparedEntry
                key={entry.ref.id}
                entry={entry}
                moment={moment}
                turn={turn}
                onTake={(what) => void take(what)}
              />
            )}
          </LongList>
        </section>
      ))}
    </>
  );
}

interface TakeAllProps {
  readonly comparison: Comparison;
  readonly when: string;
  readonly take: (what: TakenBack) => Promise<void>;
}

function TakeAll({ comparison, when, take }: TakeAllProps) {
  const [isAsking, setAsking] = useState(false);
  if (useReadOnly()) return null;
  return (
    <>
      <Button size="small" onPress={() => setAsking(true)}>
        Take everything back…
      </Button>
      <ConfirmDialog
        title={`Make the notebook what it was on ${when}?`}
        confirmLabel="Take everything back"
        isOpen={isAsking}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void take({ type: 'all' });
        }}
      >
        <p>
          {countedDifferences(comparison)} Changed fields get their earlier values, what was added since goes to the
          trash, and what was deleted since comes back.
        </p>
        <p>Nothing is lost: it is one step that Undo takes back, and today’s state stays in the history.</p>
      </ConfirmDialog>
    </>
  );
}

/** Takes something back and says what came of it. */
function useTakeBack(
  moment: PastMoment,
  comparison: Comparison | null,
  when: string,
): (what: TakenBack) => Promise<void> {
  const session = useOpenSession();
  const history = useHistory();
  return async (what) => {
    if (comparison === null) return;
    const problem = await takeBack({ session, history }, moment, what, comparison);
    if (problem !== null) return void toasts.show({ message: `Nothing was taken back. ${problem}`, tone: 'error' });
    const done = what.type === 'all' ? 'The notebook is' : 'Put back';
    offerUndo(session.undo, `${done} as it was on ${when}.`);
  };
}

/** When an earlier state was: a backup says so in the list of backups. Null until that is known. */
function useMomentTime(moment: PastMoment): number | null {
  const history = useHistory();
  const { value } = useAnswer(moment.type === 'backup' ? moment.name : null, () => history.backups());
  if (moment.type === 'kept') return moment.kept;
  return value?.find(({ name }) => name === moment.name)?.at ?? null;
}

/** Grows whenever the journal has something new: what is compared has to be asked for again. */
function useTurns(): number {
  const history = useHistory();
  const [turn, setTurn] = useState(0);
  useEffect(() => history.onNewRows(() => setTurn((before) => before + 1)), [history]);
  return turn;
}

function isSame({ story, sections }: Comparison): boolean {
  return story.length === 0 && sections.length === 0;
}
