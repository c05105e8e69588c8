import type { DraftSpan } from '../../story/draft-block.ts';
import { isSafeLink } from '../../story/rich-text.ts';
import { escapeLines, escapeWords } from './escape.ts';

/**
 * Spans with their marks, as one paragraph. Marks that CommonMark cannot set where they stand (inside a word, beside a mark of another
 * kind) are left out, and so is striking out, which only some programs know; the words never are.
 */
export function spansOf(spans: readonly DraftSpan[]): string {
  const filled = spans.filter(({ text }) => text !== '');
  const written = filled.map((span, at) => marked(span, filled[at - 1], filled[at + 1]));
  return escapeLines(written.join(''));
}

function marked(span: DraftSpan, before: DraftSpan | undefined, after: DraftSpan | undefined): string {
  const inner = span.text.trim();
  if (inner === '') return blank(span.text);
  const start = span.text.indexOf(inner);
  const [head, tail] = [blank(span.text.slice(0, start)), blank(span.text.slice(start + inner.length))];
  if (isLink(span)) return `${head}[${linkWords(span, inner)}](<${escapeAddress(span.link)}>)${tail}`;
  const stands = canStand(inner, head === '' ? before : undefined, tail === '' ? after : undefined);
  if (stands && span.code === true && !/[`\r\n]/.test(inner)) return `${head}\`${inner}\`${tail}`;
  const words = stands ? emphasised(span, escapeWords(inner)) : escapeWords(inner);
  // An exclamation mark before a link would make a picture of it.
  const isBeforeLink = tail === '' && after !== undefined && isLink(after) && !/^\s/.test(after.text);
  return `${head}${isBeforeLink ? words.replace(/!$/, '\\!') : words}${tail}`;
}

/** Blank space between words: one space, or line breaks. */
function blank(space: string): string {
  return space.replace(/[^\S\r\n]+/g, ' ');
}

type Linked = DraftSpan & { readonly link: string };

function isLink(span: DraftSpan): span is Linked {
  return span.link !== undefined && isSafeLink(span.link) && span.text.trim() !== '';
}

function linkWords(span: DraftSpan, inner: string): string {
  return emphasised(span, escapeWords(inner));
}

function emphasised({ bold, italic }: DraftSpan, words: string): string {
  const signs = `${bold === true ? '**' : ''}${italic === true ? '*' : ''}`;
  return `${signs}${words}${signs}`;
}

function escapeAddress(address: string): string {
  return address.replace(/[\\<>&]/g, '\\$&');
}

/** Whether signs right before and after these words are read as marks (CommonMark: flanking delimiter runs). */
function canStand(inner: string, before: DraftSpan | undefined, after: DraftSpan | undefined): boolean {
  if ((hasSigns(before) && !/\s$/.test(before.text)) || (hasSigns(after) && !/^\s/.test(after.text))) return false;
  // By UTF-16 units, as some readers go: half a sign is no edge.
  const [last, next] = [before?.text.at(-1), after?.text[0]];
  const [first, end] = [[...inner][0] ?? '', [...inner].at(-1) ?? ''];
  return (!isSign(first) || isEdge(last)) && (!isSign(end) || isEdge(next));
}

function hasSigns(span: DraftSpan | undefined): span is DraftSpan {
  return span !== undefined && (span.bold === true || span.italic === true || span.code === true);
}

function isSign(sign: string): boolean {
  return /[\p{P}\p{S}]/u.test(sign);
}

/** The edge of a paragraph, blank space, or punctuation. */
function isEdge(sign: string | undefined): boolean {
  return sign === undefined || /[\s\p{P}]/u.test(sign);
}
