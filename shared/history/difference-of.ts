import { assertNever } from '../lib/assert-never.ts';
import { dateInWords } from '../story/dates/index.ts';
import type { DraftBlock, TitleOf } from '../story/draft-block.ts';
import { draftText } from '../story/draft-block.ts';
import type { Field, LogItem } from '../story/fields.ts';
import type { EntryRef } from '../story/ref.ts';
import type { Difference } from './difference.ts';
import { listDifference, textDifference, valueDifference } from './differ.ts';

/** What stands for a reference to an entry that is no longer in the notebook. */
const goneEntry = '(no longer in the notebook)';

/** Whether two values of a field, as read, are the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The readable difference of two values of a field. Both must be values of its type, as the reader gives them. */
export function differenceOf(field: Field<unknown>, before: unknown, after: unknown, titleOf: TitleOf): Difference {
  return orMarks(wordsDifference(field, before, after, titleOf), before, after);
}

/** The readable difference of two texts of a draft. */
export function draftDifference(
  before: readonly DraftBlock[],
  after: readonly DraftBlock[],
  titleOf: TitleOf,
): Difference {
  return orMarks(textDifference(draftText(before, titleOf), draftText(after, titleOf)), before, after);
}

function orMarks(difference: Difference, before: unknown, after: unknown): Difference {
  const hasWords = difference.parts.some((part) => part.kind === 'added' || part.kind === 'removed');
  return hasWords || sameValue(before, after) ? difference : { ...difference, marksOnly: true };
}

function wordsDifference(field: Field<unknown>, before: unknown, after: unknown, titleOf: TitleOf): Difference {
  const words = (value: unknown): string => field.plain(value);
  const title = (ref: EntryRef | null): string => (ref === null ? '' : (titleOf(ref) ?? goneEntry));
  switch (field.type) {
    case 'line':
    case 'prose':
    case 'rich':
    case 'record':
      return textDifference(words(before), words(after));
    case 'date':
    case 'number':
    case 'choice':
      return valueDifference(words(before), words(after));
    case 'day':
    case 'stamp':
      return valueDifference(dayWords(before), dayWords(after));
    case 'flag':
      return valueDifference(before === true ? 'Yes' : 'No', after === true ? 'Yes' : 'No');
    case 'ref':
      // The values of the field types of these cases, as their parsers give them.
      return valueDifference(title(before as EntryRef | null), title(after as EntryRef | null));
    case 'refs':
      return listDifference((before as readonly EntryRef[]).map(title), (after as readonly EntryRef[]).map(title)); // as above
    case 'lines':
      return listDifference(before as readonly string[], after as readonly string[]); // as above
    case 'log':
      return listDifference((before as readonly LogItem[]).map(logWords), (after as readonly LogItem[]).map(logWords)); // as above
    case 'records':
      return listDifference(eachWords(field, before), eachWords(field, after));
    default:
      return assertNever(field.type);
  }
}

function eachWords(field: Field<unknown>, list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map((item) => field.plain([item])).filter((words) => words !== '') : [];
}

function logWords({ value, on }: LogItem): string {
  return on === null ? value : `${value} (${dateInWords(on)})`;
}

/** A day, or the day of a moment (UTC). */
function dayWords(value: unknown): string {
  return typeof value === 'string' ? dateInWords({ edtf: value.slice(0, 10) }) : '';
}
