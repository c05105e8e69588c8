import { dateBounds, dateInWords } from '../../shared/story/dates/index.ts';
import type { StoryDate } from '../../shared/story/dates/index.ts';
import { expectedWord } from './expected-day.ts';

interface ExpectedWordsProps {
  readonly date: StoryDate;
  /** The person's own calendar day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** When something is or was expected, for a date of any kind: in the words it was given in, or those it is written with. */
export function ExpectedWords({ date, today }: ExpectedWordsProps) {
  const end = dateBounds(date.edtf)?.end ?? null;
  const isPast = end !== null && end <= Date.parse(today);
  return `${expectedWord(isPast)} ${date.words ?? dateInWords(date)}`;
}
