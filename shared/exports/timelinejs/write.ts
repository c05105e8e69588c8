import { joined } from '../../story/brief-block.ts';
import { dateInWords } from '../../story/dates/index.ts';
import { section } from '../../story/sections.ts';
import type { EntryOf } from '../../story/sections.ts';
import { actorNames, natureWords, whenWords } from '../happening.ts';
import type { Exported, ExportInput } from '../input.ts';
import { timelineTime } from './dates.ts';

/** The timeline as TimelineJS 3 reads it; null where no event has a date, because it shows one at least. */
export function writeTimelineJs(input: ExportInput): Exported | null {
  const leftOut: string[] = [];
  const events = input.list('events').flatMap((event) => {
    const slide = slideOf(event, input);
    if (slide === null) leftOut.push(section('events').title(event.fields));
    return slide ?? [];
  });
  if (events.length === 0) return null;
  return { text: `${JSON.stringify({ scale: 'human', title: titleSlide(input), events }, null, 2)}\n`, leftOut };
}

function titleSlide(input: ExportInput) {
  const { title, kicker, deck, capturedOn } = input.story().fields;
  const day = capturedOn === null ? '' : `As known on ${dateInWords({ edtf: capturedOn })}`;
  return { text: { headline: escaped(title.trim() || 'Untitled story'), text: paragraphs([kicker, deck, day]) } };
}

function slideOf({ id, fields }: EntryOf<'events'>, input: ExportInput) {
  const time = fields.date === null ? null : timelineTime(fields.date, fields.time, whenWords(fields));
  if (time === null) return null;
  const expected = fields.expected === 'expected' ? 'Expected' : '';
  const state = joined([natureWords(fields), expected]);
  const group = fields.category.trim();
  return {
    ...time,
    // TimelineJS puts these into its page as HTML, too.
    display_date: escaped(time.display_date),
    ...(group === '' ? {} : { group: escaped(group) }),
    text: {
      headline: escaped(section('events').title(fields)),
      text: paragraphs([state, fields.text, actorNames(fields, input)]),
    },
    // It becomes an id in a page, which any text of a file cannot.
    ...(/^[\w-]{1,128}$/.test(id) ? { unique_id: id } : {}),
  };
}

/** Texts as HTML, each of their lines a paragraph. */
function paragraphs(texts: readonly string[]): string {
  return texts
    .flatMap((text) => text.split(/[\r\n]+/))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
