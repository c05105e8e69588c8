import { joined } from '../../brief-block.ts';
import type { BriefBlock, BriefContext, PrintedEntry } from '../../brief-block.ts';
import { dateInWords } from '../../dates/index.ts';
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

/** The timeline, in the order it is given. */
export function briefEvents(
  entries: readonly PrintedEntry<Happening>[],
  context: BriefContext,
): readonly BriefBlock[] | null {
  if (entries.length === 0) return null;
  const events = entries.map(({ kind, id, fields }) => ({
    ref: { kind, id },
    title: fields.title || 'Untitled event',
    date: fields.date,
    when: fields.date === null ? '' : dateInWords(fields.date),
    clock: joined([fields.time, fields.zone], ' '),
    category: fields.category,
    text: fields.text,
    expected: fields.expected === 'expected',
    nature: natures[fields.nature],
    actors: fields.actors.map((ref) => context.titleOf(ref)).filter((title) => title !== null),
  }));
  return [{ type: 'timeline', events }];
}
