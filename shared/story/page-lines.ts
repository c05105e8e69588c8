import type { EntryDraft } from './entry.ts';
import type { Doubt, PageEntry, PageLine } from './page-rule.ts';

/** The text by which lines are compared: without case, apostrophe style or spacing. */
export function foldLine(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether two lines say the same, as a picture's description and the name under it do. */
export function sameLine(a: PageLine | undefined, b: PageLine | undefined): boolean {
  return a !== undefined && b !== undefined && (a.text === b.text || foldLine(a.text) === foldLine(b.text));
}

/** What follows `label:` at the start of a line, '' where nothing does; null where the line does not start so. */
export function afterLabel(text: string, label: string): string | null {
  const colon = text.slice(0, 60).indexOf(':');
  if (colon < 0 || foldLine(text.slice(0, colon)) !== label) return null;
  return text.slice(colon + 1).trim();
}

/** Paragraphs as one prose text. */
export function proseOf(lines: readonly PageLine[]): string {
  return lines.map((line) => line.text).join('\n');
}

/** Whether a text has at most so many words. Long texts are not counted to their end. */
export function hasAtMostWords(text: string, most: number): boolean {
  return text.length <= most * 40 && text.split(/\s+/).length <= most;
}

/** Whether a line reads as a sentence rather than as a name, a title or a category. */
export function readsAsSentence(text: string): boolean {
  return !hasAtMostWords(text, 16) || (!hasAtMostWords(text, 3) && /[.!?…]["'”’)]*$/.test(text.slice(-6)));
}

/** Whether a line can be a category standing alone: up to three words without a full stop. */
export function readsAsCategory(text: string): boolean {
  return hasAtMostWords(text, 3) && text.length <= 48 && !text.includes('.');
}

/** An entry that was found on a page. */
export function pageEntry(
  kind: string,
  line: PageLine,
  fields: EntryDraft['fields'],
  doubts: readonly Doubt[] = [],
): PageEntry {
  return { draft: { kind, fields }, line: line.number, doubts };
}

/** Lines that belong to one name. */
export interface NamedLines {
  readonly name: PageLine;
  readonly body: readonly PageLine[];
}

/** Splits lines at names that are printed twice, because of the picture beside them. */
export function splitAtDoubledNames(lines: readonly PageLine[]): {
  readonly before: readonly PageLine[];
  readonly named: readonly NamedLines[];
} {
  const before: PageLine[] = [];
  const named: { name: PageLine; body: PageLine[] }[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    const next = lines[at + 1];
    if (line === undefined) continue;
    if (next !== undefined && sameLine(line, next)) {
      named.push({ name: next, body: [] });
      at += 1;
    } else (named.at(-1)?.body ?? before).push(line);
  }
  return { before, named };
}

/** Splits `N. title` (also `N)`); null for any other line. */
export function splitNumbered(text: string): { readonly number: number; readonly rest: string } | null {
  const match = /^(\d{1,6})[.)](?:\s+(\S.*)|([^\s\d].*))?$/.exec(text);
  return match === null ? null : { number: Number(match[1]), rest: (match[2] ?? match[3] ?? '').trim() };
}
