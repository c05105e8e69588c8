import { firstSentence, joined } from '../../brief-block.ts';
import type { BriefBlock, BriefContext, BriefFigure, PrintedEntry } from '../../brief-block.ts';
import { dateInWords } from '../../dates/index.ts';
import type { StoryDate } from '../../dates/index.ts';
import type { LogItem } from '../../fields.ts';

interface Indicator {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
  readonly unit: string;
  readonly scope: string;
  readonly asOf: StoryDate | null;
  readonly earlier: readonly LogItem[];
}

/** The indicators as figures, each with its unit, scope, day and what it was before; in short without the last. */
export function briefIndicators(
  entries: readonly PrintedEntry<Indicator>[],
  { depth }: BriefContext,
): readonly BriefBlock[] | null {
  if (entries.length === 0) return null;
  const figures = entries.map(figure);
  return [{ type: 'figures', figures: depth === 'full' ? figures : figures.map(short) }];
}

function figure({ kind, id, fields }: PrintedEntry<Indicator>): BriefFigure {
  const { value, label, detail, unit, scope, asOf, earlier } = fields;
  // A unit that the value or its label already names is not said again.
  const named = `${value} ${label}`.toLowerCase().includes(unit.trim().toLowerCase());
  const day = asOf === null ? '' : `as of ${dateInWords(asOf)}`;
  const notes = [joined([named ? '' : unit, scope, day]), earlierWords(earlier)].filter((note) => note !== '');
  return { ref: { kind, id }, value, label, detail, notes: notes.map(capitalised) };
}

function short(one: BriefFigure): BriefFigure {
  const notes = one.notes.filter((note) => !note.startsWith(earlierLabel));
  return { ...one, detail: firstSentence(one.detail), notes };
}

const earlierLabel = 'Earlier: ';

function earlierWords(log: readonly LogItem[]): string {
  // Newest first: what it was just before is what a reader asks for.
  const values = [...log].reverse().map(({ value, on }) => (on === null ? value : `${value} (${dateInWords(on)})`));
  return values.length === 0 ? '' : `${earlierLabel}${joined(values, ', ')}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
