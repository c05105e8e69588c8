import { joined } from '../../brief-block.ts';
import type { BriefBlock, BriefContext, PrintedEntry } from '../../brief-block.ts';
import { dateInWords } from '../../dates/index.ts';
import type { StoryDate } from '../../dates/index.ts';

interface Source {
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly published: StoryDate | null;
  readonly accessed: StoryDate | null;
  readonly address: string;
  readonly language: string;
  readonly reliability: keyof typeof grades;
}

/** Grades in words, never the letter alone. */
const grades = {
  unset: '',
  a: 'Completely reliable',
  b: 'Usually reliable',
  c: 'Fairly reliable',
  d: 'Not usually reliable',
  e: 'Unreliable',
  f: 'Reliability cannot be judged',
} as const;

/** The sources that are known, and a remark where the page declared more than these. */
export function briefSources(
  entries: readonly PrintedEntry<Source>[],
  { story }: BriefContext,
): readonly BriefBlock[] | null {
  const declared = story.declaredSourceCount ?? 0;
  const blocks: BriefBlock[] = [];
  if (declared > entries.length) blocks.push({ type: 'remark', text: declaredWords(declared, entries.length) });
  if (entries.length > 0) blocks.push({ type: 'references', references: entries.map(reference) });
  return blocks.length === 0 ? null : blocks;
}

function declaredWords(declared: number, known: number): string {
  const said = `The page declared ${declared} ${declared === 1 ? 'source' : 'sources'}`;
  if (known === 0) return `${said} and named none of them.`;
  return `${said}; ${known === 1 ? 'the one' : `the ${known}`} known to this notebook ${known === 1 ? 'follows' : 'follow'}.`;
}

function reference({ kind, id, fields }: PrintedEntry<Source>) {
  const published = fields.published === null ? '' : dateInWords(fields.published);
  const accessed = fields.accessed === null ? '' : `Accessed ${dateInWords(fields.accessed)}`;
  return {
    ref: { kind, id },
    title: fields.title || fields.address || 'Untitled source',
    address: fields.address,
    meta: joined([joined(fields.authors, ', '), fields.publisher, published]),
    note: joined([grades[fields.reliability], accessed]),
  };
}
