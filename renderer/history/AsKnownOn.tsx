import { useState } from 'react';
import { dateInWords } from '../../shared/story/dates/index.ts';
import { localDay, readTypedDay } from '../fields/index.ts';
import { useActions } from '../session/actions.ts';
import { useView } from '../session/session-context.ts';
import { Button, ProgressBar, Slider, TextField } from '../ui/index.ts';
import { Begins } from './Begins.tsx';
import { clockWords, dateWords, endOfDay, momentInFull } from './day-words.ts';
import { historyActions } from './history-actions.ts';
import { useHistoryProgress } from './history-context.ts';
import styles from './past.module.css';
import { usePastState } from './PastProvider.tsx';
import { placeAt, useMoments } from './use-moments.ts';
import type { HistoryMoment } from './use-moments.ts';

interface AsKnownOnProps {
  /** The moment that is shown, milliseconds since 1970. */
  readonly at: number;
}

/** The head of a view that shows an earlier state: which one, by whose change, and the ways to another one and back. */
export function AsKnownOn({ at }: AsKnownOnProps) {
  const view = useView();
  const { moments, isPending, problem } = useMoments(true);
  const { isPending: isMaking, problem: past } = usePastState();
  const now = (): void => view.showAsOf(null);
  useActions([
    {
      id: historyActions.now,
      title: 'Back to now',
      group: 'History',
      shortcut: 'Escape',
      keywords: ['present', 'stop'],
      run: now,
    },
  ]);
  const place = placeAt(moments, at);
  const moment = moments[place];
  const first = moments[0];
  const last = moments.at(-1);
  const go = (to: number): void => view.showAsOf(clamp(to, first?.kept ?? to, Math.max(last?.kept ?? to, to)));
  return (
    <section aria-label="As known on" aria-busy={isMaking} className={styles.bar}>
      <div className={styles.line}>
        <p className={styles.moment} role="status">
          <strong className={styles.day}>{asKnownWords(at, moment)}</strong>
          {moment !== undefined && <span className={styles.change}>{changeWords(moment)}</span>}
        </p>
        <span className={styles.ways}>
          <Button
            size="small"
            variant="quiet"
            onPress={() => view.go({ view: 'history', open: `kept:${moment?.kept ?? at}` })}
          >
            Compare with now
          </Button>
          <Button size="small" variant="primary" onPress={now}>
            Back to now
          </Button>
        </span>
      </div>
      <div className={styles.controls}>
        <Slider
          aria-label="Moment in the notebook’s history"
          value={place}
          max={Math.max(1, moments.length - 1)}
          valueWords={moment === undefined ? dateWords(at) : `${momentInFull(moment.kept)}, ${changeWords(moment)}`}
          isDisabled={moments.length < 2}
          onChange={(to) => go(moments[to]?.kept ?? at)}
          onPage={(days) => go(endOfDay(localDay(dayBeside(at, days))))}
        />
        <DayBox at={at} onDay={(day) => go(endOfDay(day))} />
      </div>
      <div className={styles.foot}>
        <Foot problem={problem ?? past} isPending={isPending} />
        {isMaking && <p className={styles.making}>Going there…</p>}
      </div>
    </section>
  );
}

interface FootProps {
  readonly problem: string | null;
  /** Whether the moments of the slider are still being read. */
  readonly isPending: boolean;
}

/** What is going on, or where history begins here. */
function Foot({ problem, isPending }: FootProps) {
  const progress = useHistoryProgress();
  if (problem !== null) return <p role="alert">{problem}</p>;
  if (isPending && progress !== null && progress.done < 1)
    return <ProgressBar label="Reading the history" value={progress.done * 100} />;
  return <Begins />;
}

interface DayBoxProps {
  readonly at: number;
  readonly onDay: (day: string) => void;
}

/** A day in words. Enter or leaving goes there. */
function DayBox({ at, onDay }: DayBoxProps) {
  const shown = dateInWords({ edtf: localDay(new Date(at)) });
  const [{ text, from }, setTyped] = useState({ text: shown, from: shown });
  // Another moment was chosen elsewhere: what was typed for the one before is over.
  if (from !== shown) setTyped({ text: shown, from: shown });
  const reading = readTypedDay(text, localDay(new Date()));
  const go = (): void => {
    if (text !== shown && reading.ok && reading.value !== null) onDay(reading.value);
  };
  return (
    <form
      aria-label="Go to a day"
      className={styles.dayBox}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <TextField
        aria-label="Day to show the notebook as of"
        autoFocus
        value={text}
        onChange={(typed) => setTyped({ text: typed, from })}
        onBlur={go}
        isInvalid={!reading.ok}
        errorMessage={reading.ok ? undefined : reading.message}
      />
    </form>
  );
}

/** "As known on 3 March 2026, 16:20": the clock time only where the moment is one, and not the end of a day. */
function asKnownWords(at: number, moment: HistoryMoment | undefined): string {
  return moment?.kept === at ? `As known on ${momentInFull(at)}` : `As known on ${dateWords(at)}`;
}

function changeWords({ who, what, kept, at }: HistoryMoment): string {
  const when = dateWords(at) === dateWords(kept) ? clockWords(at) : momentInFull(at);
  return `${who}, ${when}: ${what}`;
}

function dayBeside(at: number, days: -1 | 1): Date {
  const moment = new Date(at);
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + days);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
