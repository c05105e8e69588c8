import { firstSentence, joined } from '../../brief-block.ts';
import type { BriefBlock, BriefContext, PrintedEntry } from '../../brief-block.ts';
import { dateInWords } from '../../dates/index.ts';
import type { LogItem } from '../../fields.ts';

interface Scenario {
  readonly title: string;
  readonly discussedBy: string;
  readonly text: string;
  readonly trigger: string;
  readonly probability: readonly LogItem[];
}

/** The scenarios as numbered articles, with who discusses them, how likely they are held to be, and what would set them off. */
export function briefScenarios(
  entries: readonly PrintedEntry<Scenario>[],
  { depth }: BriefContext,
): readonly BriefBlock[] | null {
  if (entries.length === 0) return null;
  const articles = entries.map(({ kind, id, fields }) => ({
    ref: { kind, id },
    title: fields.title || 'Untitled scenario',
    meta: joined([
      fields.discussedBy === '' ? '' : `Discussed by ${fields.discussedBy}`,
      probabilityWords(fields.probability),
    ]),
    text: depth === 'full' ? fields.text : firstSentence(fields.text),
    labelled: fields.trigger === '' ? [] : [{ label: 'Key trigger', text: fields.trigger }],
  }));
  return [{ type: 'articles', numbered: true, articles }];
}

/** "55% on 26 March 2021, up from 40%"; '' where nothing is recorded. */
function probabilityWords(log: readonly LogItem[]): string {
  const now = log.at(-1);
  const before = log.at(-2);
  if (now === undefined) return '';
  const day = now.on === null ? '' : ` on ${dateInWords(now.on)}`;
  return `${now.value}${day}${before === undefined ? '' : `, ${change(before.value, now.value)}`}`;
}

function change(before: string, now: string): string {
  const [from, to] = [percentage(before), percentage(now)];
  if (from === null || to === null) return `earlier ${before}`;
  return from === to ? 'unchanged' : `${to > from ? 'up' : 'down'} from ${before}`;
}

/** Only plain percentages are compared: "10–20%" is not one number. */
function percentage(text: string): number | null {
  const match = /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(text);
  return match?.[1] === undefined ? null : Number(match[1]);
}
