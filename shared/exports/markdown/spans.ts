import type { DraftSpan } from '../../story/draft-block.ts';
import { isSafeLink } from '../../story/rich-text.ts';
import { escapeLines, escapeWords } from './escape.ts';
import type { Signs } from './signs.ts';

/**
 * Spans with their marks, as one paragraph. Marks that CommonMark cannot set where they stand (inside a word, beside a mark of another
 * kind) are left out; the words never are. `signs`: where footnotes, citations and references go; null where there are none.
 */
export function spansOf(spans: readonly DraftSpan[], signs: Signs | null): string {
  return escapeLines(joinedRuns(spans, signs));
}

/** As `spansOf`, on one line of a table: line breaks are tags. */
export function cellOf(spans: readonly DraftSpan[], signs: Signs | null): string {
  return joinedRuns(spans, signs)
    .trim()
    .replace(/ *(?:\r\n?|\n) */g, '<br>');
}

/** A run with what it is written as, or with words that are still to be. */
interface Run {
  readonly span: DraftSpan;
  /** Written already: a footnote's sign, a citation, a reference. */
  readonly sign: string | null;
}

function joinedRuns(spans: readonly DraftSpan[], signs: Signs | null): string {
  const runs = spans
    .map((span): Run => ({ span, sign: signOf(span, signs) }))
    .filter(({ span, sign }) => sign !== null || span.text !== '');
  return runs.map((run, at) => run.sign ?? marked(run.span, runs[at - 1], runs[at + 1])).join('');
}

function signOf({ ref, cites, footnote, text }: DraftSpan, signs: Signs | null): string | null {
  if (signs === null) return null;
  if (footnote !== undefined) return signs.footnote(footnote);
  if (cites !== undefined) return signs.citation(cites);
  return ref === undefined ? null : signs.reference(ref, text);
}

function marked(span: DraftSpan, before: Run | undefined, after: Run | undefined): string {
  const inner = span.text.trim();
  if (inner === '') return blank(span.text);
  const start = span.text.indexOf(inner);
  const [head, tail] = [blank(span.text.slice(0, start)), blank(span.text.slice(start + inner.length))];
  const stands = canStand(span, inner, [head === '' ? before : undefined, tail === '' ? after : undefined]);
  const words = stands || isLink(span) ? emphasised(span, inner) : escapeWords(inner);
  if (isLink(span)) return `${head}[${words}](<${escapeAddress(span.link)}>)${tail}`;
  // An exclamation mark before a bracket would make a picture of it; what follows one might be read as its address or its definition.
  const isBefore = tail === '' && after !== undefined && (after.sign !== null || isLink(after.span));
  const isBehind = head === '' && before?.sign !== undefined && before.sign !== null;
  const opened = isBehind ? words.replace(/^[({:]/, '\\$&') : words;
  return `${head}${isBefore ? opened.replace(/!$/, '\\!') : opened}${tail}`;
}

/** Blank space between words: one space, or line breaks. */
function blank(space: string): string {
  return space.replace(/[^\S\r\n]+/g, ' ');
}

type Linked = DraftSpan & { readonly link: string };

function isLink(span: DraftSpan): span is Linked {
  return span.link !== undefined && isSafeLink(span.link) && span.text.trim() !== '';
}

function emphasised(span: DraftSpan, inner: string): string {
  const { bold, italic, strike, code } = span;
  const signs = `${bold === true ? '**' : ''}${italic === true ? '*' : ''}`;
  const words = code === true && isCode(inner, isLink(span)) ? `\`${inner}\`` : escapeWords(inner);
  const struck = strike === true ? `~~${words}~~` : words;
  return `${signs}${struck}${signs}`;
}

/** Code stands as it is: what cannot, what a table would split, and what would end a link's words is written as words. */
function isCode(inner: string, linked: boolean): boolean {
  return !(linked && /[[\]]/.test(inner)) && !/[`\r\n|]|\s\s|[^\S ]/.test(inner);
}

function escapeAddress(address: string): string {
  return address.replace(/[\\<>&|]/g, '\\$&');
}

/** Whether signs right before and after these words are read as marks (CommonMark: flanking delimiter runs). */
function canStand(
  { bold, italic, strike, code }: DraftSpan,
  inner: string,
  [before, after]: readonly [Run | undefined, Run | undefined],
): boolean {
  if ((hasSigns(before) && !/\s$/.test(before.span.text)) || (hasSigns(after) && !/^\s/.test(after.span.text)))
    return false;
  // By UTF-16 units, as some readers go: half a sign is no edge.
  const last = before === undefined ? undefined : (before.sign ?? before.span.text).at(-1);
  const next = after === undefined ? undefined : (after.sign ?? after.span.text)[0];
  const [first, end] = [[...inner][0] ?? '', [...inner].at(-1) ?? ''];
  const isNested =
    ((bold === true || italic === true) && (strike === true || code === true)) || (strike === true && code === true);
  return (!(isNested || isSign(first)) || isEdge(last)) && (!(isNested || isSign(end)) || isEdge(next));
}

function hasSigns(run: Run | undefined): run is Run {
  if (run === undefined || run.sign !== null) return false;
  const { bold, italic, strike, code } = run.span;
  return bold === true || italic === true || strike === true || code === true;
}

function isSign(sign: string): boolean {
  return /[\p{P}\p{S}]/u.test(sign);
}

/** The edge of a paragraph, blank space, or punctuation. */
function isEdge(sign: string | undefined): boolean {
  return sign === undefined || /[\s\p{P}]/u.test(sign);
}
