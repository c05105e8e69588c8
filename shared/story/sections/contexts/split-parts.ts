import { afterLabel, foldLine, hasAtMostWords, readsAsSentence } from '../../page-lines.ts';
import type { PageLine } from '../../page-rule.ts';

/** The parts of a context, in the order of the page. `outcome` is what stands under it before its own two parts. */
const partNames = ['whatHappened', 'outcome', 'shortTerm', 'longTerm', 'relevance'] as const;
type PartName = (typeof partNames)[number];

const labels: Readonly<Record<PartName, readonly string[]>> = {
  whatHappened: ['what happened'],
  outcome: ['outcome', 'outcomes'],
  shortTerm: ['short term', 'short-term'],
  longTerm: ['long term', 'long-term'],
  relevance: [
    "why it's relevant today",
    "why it's relevant",
    'why it is relevant today',
    'why it is relevant',
    'why it matters',
  ],
};

export interface ContextParts {
  readonly title: PageLine | undefined;
  readonly span: PageLine | undefined;
  readonly parts: Readonly<Record<PartName, readonly PageLine[]>>;
}

interface Label {
  readonly part: PartName;
  /** What stands on the label's line after it. */
  readonly after: PageLine | null;
  /** Years that were glued in front of it. */
  readonly glued: PageLine | null;
}

interface Context {
  title: PageLine | undefined;
  span: PageLine | undefined;
  parts: Record<PartName, PageLine[]>;
}

/** Splits the lines at the labels. A label that does not come after the last one in order begins a new context. */
export function splitParts(lines: readonly PageLine[]): {
  readonly before: readonly PageLine[];
  readonly contexts: readonly ContextParts[];
} {
  const contexts: Context[] = [];
  let before: readonly PageLine[] = [];
  let current: PageLine[] = [];
  let rank: number = partNames.length;
  for (const line of lines) {
    const label = labelOf(line);
    if (label === null) {
      current.push(line);
      continue;
    }
    const next = partNames.indexOf(label.part);
    let context = contexts.at(-1);
    // The same label twice with one paragraph between them continues the part: no title can stand there.
    const continues = next === rank && current.length < 2;
    if (context === undefined || (next <= rank && !continues)) {
      const head = takeHead(current, context === undefined ? 0 : 1, label.glued);
      if (context === undefined) before = current;
      context = { title: head.title, span: head.span, parts: emptyParts() };
      contexts.push(context);
    }
    if (label.after !== null) context.parts[label.part].push(label.after);
    current = context.parts[label.part];
    rank = next;
  }
  return contexts.length === 0 ? { before: lines, contexts: [] } : { before, contexts };
}

function emptyParts(): Record<PartName, PageLine[]> {
  return { whatHappened: [], outcome: [], shortTerm: [], longTerm: [], relevance: [] };
}

/**
 * Takes title and years off the end of the lines before a context's first label.
 * @param lines loses what is taken
 * @param keep how many of the lines belong to the part before, where there are enough
 */
function takeHead(
  lines: PageLine[],
  keep: number,
  glued: PageLine | null,
): { title: PageLine | undefined; span: PageLine | undefined } {
  if (glued !== null) return { title: lines.pop(), span: glued };
  const last = lines.at(-1);
  const above = lines.at(-2);
  if (last === undefined) return { title: undefined, span: undefined };
  const unusualYears =
    above !== undefined && readsAsTitle(above) && lines.length - keep >= 2 && beginsAsYears(last.text);
  if (above === undefined || !(readsAsYears(last.text) || unusualYears)) {
    lines.pop();
    return readsAsYears(last.text) ? { title: undefined, span: last } : { title: last, span: undefined };
  }
  lines.splice(-2);
  return { title: above, span: last };
}

function labelOf(line: PageLine): Label | null {
  const folded = foldLine(line.text.slice(0, 80));
  for (const part of partNames) {
    for (const label of labels[part]) {
      if (folded === label && line.text.length <= 80) return { part, after: null, glued: null };
      const after = afterLabel(line.text, label);
      if (after !== null) return { part, after: after === '' ? null : { ...line, text: after }, glued: null };
    }
  }
  const glued = /^(.{1,40}[^\s.,;:—])What [Hh]appened$/.exec(line.text)?.[1];
  if (glued === undefined || !/\d/.test(glued)) return null;
  return { part: 'whatHappened', after: null, glued: { ...line, text: glued } };
}

/** Whether a line holds years and nothing else: `1994-2014`, `1953-present`, `c. 431 BC`, `early 1990s`. */
function readsAsYears(text: string): boolean {
  if (text.length > 48 || !/\d|century|present/i.test(text)) return false;
  return /^(?:[\s\d()–—\-/,.~?]|(?:c|ca|circa|since|from|until|to|and|early|mid|late|spring|summer|autumn|fall|winter|present|now|today|ongoing|century|centuries|bce?|ad|ce|s|st|nd|rd|th|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)(?![a-z]))+$/i.test(
    text,
  );
}

/** Whether a line begins like years and says something more: `1914-1918 (western front)`. */
function beginsAsYears(text: string): boolean {
  return hasAtMostWords(text, 6) && /^(?:\d|c\.|ca\.|since |from |early |mid |late )/i.test(text);
}

function readsAsTitle({ text }: PageLine): boolean {
  return hasAtMostWords(text, 16) && !readsAsSentence(text);
}
