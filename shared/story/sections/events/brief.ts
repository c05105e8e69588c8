import { firstSentence, joined } from '../../brief-block.ts';
import type { BriefBlock, BriefContext, BriefPeriod, PrintedEntry } from '../../brief-block.ts';
import { dateBounds, dateInWords } from '../../dates/index.ts';
import type { StoryDate } from '../../dates/index.ts';
import type { EntryRef } from '../../ref.ts';

interface Happening {
  readonly title: string;
  readonly date: StoryDate | null;
  readonly time: string;
  readonly zone: string;
  readonly category: string;
  readonly text: string;
  readonly actors: readonly EntryRef[];
  readonly nature: 'event' | 'statement' | 'allegation' | 'forecast';
  readonly expected: 'happened' | 'expected';
}

const natures = { event: '', statement: 'Statement', allegation: 'Allegation', forecast: 'Forecast' } as const;

/** The timeline, in the order it is given: what happened in the period, in short with the first sentence of each. */
export function briefEvents(
  entries: readonly PrintedEntry<Happening>[],
  context: BriefContext,
): readonly BriefBlock[] | null {
  const { period, depth } = context;
  const chosen = entries.filter(({ fields }) => isWithin(fields.date, period));
  const words = periodWords(period, entries.length - chosen.length);
  const remarks = words === '' ? [] : [{ type: 'remark' as const, text: words }];
  if (chosen.length === 0) return entries.length === 0 ? null : remarks;
  const events = chosen.map(({ kind, id, fields }) => ({
    ref: { kind, id },
    title: fields.title || 'Untitled event',
    date: fields.date,
    when: fields.date === null ? '' : dateInWords(fields.date),
    clock: joined([fields.time, fields.zone], ' '),
    category: fields.category,
    text: depth === 'full' ? fields.text : firstSentence(fields.text),
    expected: fields.expected === 'expected',
    nature: natures[fields.nature],
    actors: fields.actors.map((ref) => context.titleOf(ref)).filter((title) => title !== null),
  }));
  return [...remarks, { type: 'timeline', events }];
}

/** Whether any of an event may fall within the period. What has no date falls into none. */
function isWithin(date: StoryDate | null, { from, to }: BriefPeriod): boolean {
  if (from === null && to === null) return true;
  const bounds = date === null ? null : dateBounds(date.edtf);
  if (bounds === null) return false;
  const first = from === null ? null : (dateBounds(from)?.start ?? null);
  const last = to === null ? null : (dateBounds(to)?.end ?? null);
  const reachesIn = bounds.end === null || first === null || bounds.end > first;
  return reachesIn && (bounds.start === null || last === null || bounds.start < last);
}

/** What a reader should know who sees a part of the timeline; '' where all of it is there. */
function periodWords({ from, to }: BriefPeriod, leftOut: number): string {
  if (leftOut === 0) return '';
  const words = (edtf: string): string => dateInWords({ edtf });
  const others = leftOut === 1 ? '1 other is' : `${leftOut} others are`;
  if (from === null) return `Events until ${words(to ?? '')}; ${others} left out.`;
  return `Events ${to === null ? `since ${words(from)}` : `from ${words(from)} to ${words(to)}`}; ${others} left out.`;
}
