/** A stretch of a text that is written differently in its folded form; `to` may be empty. */
export interface Fold {
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

/** Shown by nothing: soft hyphen, zero-width space, word joiner, byte order mark, marks of direction. Joiners shape letters, so not them. */
const unseen = '\\u00ad\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff';
const dashes = '\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d';

/** White space that is not one plain space, unseen characters, dashes, quotation marks, the ellipsis and ligatures. */
const typography = [
  `(?: (?=[\\s${unseen}])|[^\\S ]|[${unseen}])[\\s${unseen}]*`,
  `(?:-(?=[${unseen}]*[-${dashes}])|[${dashes}])(?:[${unseen}]*[-${dashes}])*`,
  '[\\u00ab\\u00b4\\u0060\\u00bb\\u02bc\\u2018-\\u201f\\u2032\\u2033\\u2039\\u203a\\u2026\\ufb00-\\ufb06]',
].join('|');

/**
 * What may have another canonical form: letters with marks of their own, Hangul in parts, and characters that are always replaced.
 * Each is normalised by itself, so that a fold stays where its text is.
 */
const composed = '[\\uac00-\\ud7a3]?[\\u1100-\\u11ff]+|[^\\x00-\\x7f]\\p{M}*|[\\x21-\\x7e]\\p{M}+';

const typographyOnly = new RegExp(typography, 'gu');
const everything = new RegExp(`${typography}|${composed}`, 'gu');
const seenSpace = /[^\S\ufeff]/;

/**
 * The folds that make two spellings of the same words equal: runs of white space become one space, typographic quotation marks,
 * dashes, ellipses and ligatures plain ones, letters with marks their composed form (NFC). Letters, digits and case stay.
 */
export function foldsOf(text: string): Fold[] {
  const folds: Fold[] = [];
  const pattern = text.normalize('NFC') === text ? typographyOnly : everything;
  for (const match of text.matchAll(pattern)) {
    const to = folded(match[0]);
    if (to !== match[0]) folds.push({ start: match.index, end: match.index + match[0].length, to });
  }
  return folds;
}

/** A short text as its words compare. */
export function foldText(text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end, to } of foldsOf(text)) {
    result += text.slice(at, start) + to;
    at = end;
  }
  return result + text.slice(at);
}

const plain = new Map<string, string>([
  ...[...'\u00b4`\u02bc\u2018\u2019\u201a\u201b\u2032\u2039\u203a'].map((mark) => [mark, "'"] as const),
  ...[...'\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033'].map((mark) => [mark, '"'] as const),
  ['\u2026', '...'],
]);
const space = new RegExp(`^[\\s${unseen}]+$`, 'u');
const dash = new RegExp(`^[-${dashes}]`, 'u');

function folded(found: string): string {
  const mark = plain.get(found);
  if (mark !== undefined) return mark;
  if (space.test(found)) return seenSpace.test(found) ? ' ' : '';
  if (dash.test(found)) return '-';
  return /^[\ufb00-\ufb06]$/.test(found) ? found.normalize('NFKC') : found.normalize('NFC');
}
