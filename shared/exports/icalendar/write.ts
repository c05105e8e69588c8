import { joined } from '../../story/brief-block.ts';
import { addDays, dateInWords, isIsoDay } from '../../story/dates/index.ts';
import type { StoryDate } from '../../story/dates/index.ts';
import { normalised } from '../../story/section.ts';
import { section } from '../../story/sections.ts';
import type { StoryValues } from '../../story/story-fields.ts';
import { actorNames, natureWords, whenWords } from '../happening.ts';
import type { Exported, ExportInput, ExportOptions } from '../input.ts';
import { contentLine, textValue } from './lines.ts';
import { calendarTime, utcMoment } from './times.ts';

/** Something expected, as a calendar shows it. */
interface Expected {
  readonly uid: string;
  readonly title: string;
  readonly date: StoryDate | null;
  readonly time: string;
  readonly zone: string;
  /** The date in words, for where days alone would say too much. */
  readonly when: string;
  readonly category: string;
  /** Whether it is foretold or alleged only. */
  readonly isDoubted: boolean;
  /** Paragraphs, some of which may be empty. */
  readonly details: readonly string[];
}

/** The expected events as iCalendar (RFC 5545); null where none has a date, because a calendar holds one at least. */
export function writeCalendar(
  input: ExportInput,
  { at, notebook }: Pick<ExportOptions, 'at' | 'notebook'>,
): Exported | null {
  const stamp = utcMoment(at);
  const known = expectedEvents(input);
  const next = nextExpected(input.story().fields, notebook);
  const isKnown = next === null || known.some(({ title }) => normalised(title) === normalised(next.title));
  const leftOut: string[] = [];
  const events = [...known, ...(isKnown ? [] : [next])].flatMap((expected) => {
    const event = calendarEvent(expected, stamp);
    if (event === null) leftOut.push(expected.title);
    return event ?? [];
  });
  if (events.length === 0) return null;
  const title = input.story().fields.title.trim();
  const lines = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Backstory//Backstory//EN'],
    ['CALSCALE', 'GREGORIAN'],
    // RFC 7986, and the name by which older calendars know it.
    ...(title === '' ? [] : ['NAME', 'X-WR-CALNAME'].map((name) => [name, textValue(title)] as const)),
    ...events,
    ['END', 'VCALENDAR'],
  ] as const;
  return { text: lines.map(([name, value]) => contentLine(name, value)).join(''), leftOut };
}

function expectedEvents(input: ExportInput): readonly Expected[] {
  return input
    .list('events')
    .filter(({ fields }) => fields.expected === 'expected')
    .map(({ id, fields }) => ({
      uid: `${id}@events.backstory`,
      title: section('events').title(fields),
      date: fields.date,
      time: fields.time,
      zone: fields.zone,
      when: whenWords(fields),
      category: fields.category,
      isDoubted: fields.nature === 'forecast' || fields.nature === 'allegation',
      details: [fields.text, actorNames(fields, input), natureWords(fields)],
    }));
}

/** The one event that the story's head names; null where it names none. */
function nextExpected(story: StoryValues, notebook: string): Expected | null {
  const title = story.nextTitle.trim();
  if (title === '') return null;
  const date = story.nextDate ?? countedDay(story);
  const when = date === null ? '' : dateInWords(date);
  const uid = `${notebook}@next.backstory`;
  return { uid, title, date, time: '', zone: '', when, category: '', isDoubted: false, details: [] };
}

/** The day that "in 3 days" is, counted from the day of the page. */
function countedDay({ capturedOn, nextInDays }: StoryValues): StoryDate | null {
  if (capturedOn === null || nextInDays === null || !isIsoDay(capturedOn)) return null;
  try {
    return { edtf: addDays(capturedOn, Math.round(nextInDays)) };
  } catch {
    // A page may print any number of days; one that leads out of the calendar has no day.
    return null;
  }
}

type Line = readonly [name: string, value: string];

function calendarEvent({ uid, title, date, time, zone, ...said }: Expected, stamp: string): readonly Line[] | null {
  const found = date === null ? null : calendarTime(date, time, zone);
  if (found === null) return null;
  const isPlainDay = found.exact && time.trim() === '';
  const description = joined([isPlainDay ? '' : said.when, ...said.details], '\n\n');
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', textValue(uid)],
    ['DTSTAMP', stamp],
    ...found.lines,
    ['SUMMARY', textValue(title)],
    ...(description === '' ? [] : [['DESCRIPTION', textValue(description)] as const]),
    ...(said.category.trim() === '' ? [] : [['CATEGORIES', textValue(said.category)] as const]),
    // Nothing that is expected is called confirmed.
    ...(found.exact && !said.isDoubted ? [] : [['STATUS', 'TENTATIVE'] as const]),
    // What a story expects keeps nobody busy.
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ];
}
