import * as v from 'valibot';
import { addDays } from '../../story/dates/index.ts';
import { isoDaySchema, storyDateSchema } from '../../story/fields.ts';
import { richFromPlain } from '../../story/rich-text.ts';
import type { StoryValues } from '../../story/story-fields.ts';

const text = v.nullish(v.pipe(v.string('text'), v.trim()));
const count = v.nullish(
  v.pipe(v.number('a whole number'), v.integer('a whole number'), v.minValue(0, 'a whole number')),
);
const edtf = v.nullish(
  v.pipe(
    v.string('a date in EDTF'),
    v.check((value) => v.is(storyDateSchema, { edtf: value }), 'a date in EDTF'),
  ),
);

/** The story's own keys in Story JSON. The messages say what was expected. */
export const headEntries = {
  title: text,
  kicker: text,
  deck: text,
  capturedOn: v.nullish(
    v.pipe(
      v.string('a day, YYYY-MM-DD'),
      v.check((day) => v.is(isoDaySchema, day), 'a day, YYYY-MM-DD'),
    ),
  ),
  nextEvent: v.nullish(v.looseObject({ title: text, inDays: count, date: edtf }, 'an object')),
  overview: v.nullish(v.array(v.pipe(v.string('text'), v.trim()), 'a list of texts')),
  declaredSourceCount: count,
} as const;

const headSchema = v.object(headEntries, 'an object');

/** The story's fields out of checked keys. What is absent is not returned. */
export function readHeadFields(
  head: v.InferInput<typeof headSchema>,
  capturedOn: string | null = null,
): Partial<StoryValues> {
  const { title, kicker, deck, nextEvent, overview, declaredSourceCount } = v.parse(headSchema, head);
  const day = head.capturedOn ?? capturedOn;
  const inDays = nextEvent?.inDays ?? null;
  const date = nextEvent?.date ?? (day !== null && inDays !== null ? dayAfter(day, inDays) : null);
  const paragraphs = (overview ?? []).filter((paragraph) => paragraph !== '');
  return {
    ...(title ? { title } : {}),
    ...(kicker ? { kicker } : {}),
    ...(deck ? { deck } : {}),
    ...(day === null ? {} : { capturedOn: day }),
    ...(nextEvent
      ? { nextTitle: nextEvent.title ?? '', nextInDays: inDays, nextDate: date === null ? null : { edtf: date } }
      : {}),
    ...(paragraphs.length === 0 ? {} : { overview: richFromPlain(paragraphs.join('\n')) }),
    ...(typeof declaredSourceCount === 'number' ? { declaredSourceCount } : {}),
  };
}

/** A page may print any number of days; one that leads out of the calendar has no day. */
function dayAfter(day: string, days: number): string | null {
  try {
    return addDays(day, days);
  } catch {
    return null;
  }
}
