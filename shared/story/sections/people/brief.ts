import { firstSentence, joined } from '../../brief-block.ts';
import type { BriefBlock, BriefContext, PrintedEntry } from '../../brief-block.ts';
import { dateInWords } from '../../dates/index.ts';
import type { StoryDate } from '../../dates/index.ts';

interface Person {
  readonly name: string;
  readonly spellings: readonly string[];
  readonly role: string;
  readonly note: string;
  readonly stanceOn: StoryDate | null;
}

/** The people as rows: name and spellings, role, current stance with its day; in short the stance's first sentence. */
export function briefPeople(
  entries: readonly PrintedEntry<Person>[],
  { depth }: BriefContext,
): readonly BriefBlock[] | null {
  if (entries.length === 0) return null;
  const rows = entries.map(({ kind, id, fields }) => ({
    ref: { kind, id },
    title: fields.name || 'Unnamed person',
    also: joined(fields.spellings, ', '),
    meta: fields.role,
    text: depth === 'full' ? fields.note : firstSentence(fields.note),
    notes: fields.stanceOn === null || fields.note === '' ? [] : [`As of ${dateInWords(fields.stanceOn)}`],
  }));
  return [{ type: 'rows', rows }];
}
