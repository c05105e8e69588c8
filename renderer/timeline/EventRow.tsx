import { memo } from 'react';
import { sideWords } from '../../shared/evidence/index.ts';
import { countdownWords, dateInWords, daysBetween, isIsoDay } from '../../shared/story/dates/index.ts';
import type { EntryOf } from '../../shared/story/sections.ts';
import { ContestedWords } from '../fields/index.ts';
import { useEvidence } from '../session/evidence.ts';
import { useEntry } from '../session/session-context.ts';
import styles from './timeline.module.css';

interface EventRowProps {
  readonly id: string;
  /** `YYYY-MM-DD`: what expected events are counted from. */
  readonly asOf: string;
  readonly notes: number;
  /** Whether to say so where nothing is evidence for it. */
  readonly saysUnsupported: boolean;
}

/** One event of the list: when, what, and what is known about it. Renders again only when that event changes. */
export const EventRow = memo(function EventRow({ id, asOf, notes, saysUnsupported }: EventRowProps) {
  const event = useEntry('events', id);
  if (event === undefined) return null;
  const { title, text, category } = event.fields;
  return (
    <>
      <span className={styles.when}>
        <span className={styles.date}>{whenWords(event)}</span>
        {qualifier(event, asOf).map((words) => (
          <span key={words} className={words === 'expected' ? styles.expected : styles.quiet}>
            {words}
          </span>
        ))}
      </span>
      <span className={styles.what}>
        <span className={styles.title}>{title || 'Untitled event'}</span>
        {text !== '' && <span className={styles.text}>{text}</span>}
      </span>
      <span className={styles.side}>
        {event.contested !== undefined && <ContestedWords contested={event.contested} />}
        <span>{category}</span>
        {event.fields.nature !== 'event' && <span>{natureWords[event.fields.nature]}</span>}
        <Evidence id={id} saysUnsupported={saysUnsupported} />
        {notes > 0 && <span className={styles.notes}>{notes === 1 ? '1 note' : `${notes} notes`}</span>}
      </span>
    </>
  );
});

/** What supports and disputes it, as independent origins; a word and its colour. */
function Evidence({ id, saysUnsupported }: Pick<EventRowProps, 'id' | 'saysUnsupported'>) {
  const evidence = useEvidence({ kind: 'events', id });
  const { supports, disputes } = evidence?.origins ?? { supports: 0, disputes: 0 };
  if (supports + disputes === 0) {
    if (!saysUnsupported) return null;
    return (
      <span className={styles.unsupported}>{evidence?.state === 'context' ? 'context only' : 'no evidence yet'}</span>
    );
  }
  return (
    <>
      {supports > 0 && <span className={styles.supports}>{sideWords('supports', supports)}</span>}
      {disputes > 0 && <span className={styles.disputes}>{sideWords('disputes', disputes)}</span>}
    </>
  );
}

const natureWords = { event: '', statement: 'statement', allegation: 'allegation', forecast: 'forecast' } as const;

function whenWords(event: EntryOf<'events'>): string {
  const { date } = event.fields;
  return date === null ? 'Undated' : dateInWords(date, { style: 'short' });
}

function qualifier(event: EntryOf<'events'>, asOf: string): readonly string[] {
  const { date, time, zone, expected } = event.fields;
  const words: string[] = [];
  if (time !== '') words.push([time, zone].filter((part) => part !== '').join(' '));
  if (expected === 'expected') {
    words.push('expected');
    if (date !== null && isIsoDay(date.edtf) && isIsoDay(asOf))
      words.push(countdownWords(daysBetween(asOf, date.edtf)).toLowerCase());
  }
  return words;
}
