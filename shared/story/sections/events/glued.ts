import { hasAtMostWords } from '../../page-lines.ts';

/**
 * Words with a capital inside, where the boundary from a small to a capital letter is not the end of a category. With `*`,
 * any word that begins so.
 */
const camelWords =
  'Mc* Mac* De* Di* La* Le* Van* Fitz* \\bi* iPhone iPad iPod iOS iCloud eBay eCommerce YouTube YouGov TikTok DeepMind ' +
  'DeepSeek OpenAI LinkedIn PayPal WhatsApp WeChat ByteDance GitHub SpaceX FedEx BlackRock BlackBerry ExxonMobil ' +
  'MasterCard AstraZeneca BioNTech PlayStation CrowdStrike SolarWinds BuzzFeed NatWest UniCredit QAnon';
const camelPattern = new RegExp(camelWords.replaceAll(' ', '|').replaceAll('*', '(?=\\p{Lu})'), 'gu');

const joiningWords = new Set(['of', 'and', 'the', '&', 'for', 'to', 'in', 'on', 'at']);
const openingWords = new Set(['The', 'A', 'An', 'In', 'On', 'At', 'After', 'When', 'As', 'For', 'From', 'With', 'But']);

/** Longest category that is looked for where none is known. */
const longest = 48;

/** A category and the text that was glued to it. */
export interface GluedText {
  readonly category: string;
  readonly text: string;
}

/**
 * The categories to look for in glued lines, longest first: the known ones, and those that repeat on the page.
 * @param lines the first line of every event's body
 */
export function categoriesOf(lines: readonly string[], known: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const end = firstBoundary(line) ?? firstAcronym(line);
    if (end === null) continue;
    const category = line.slice(0, end);
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  const repeated = [...counts]
    .filter(([category, count]) => count > 1 && plausible(category))
    .map(([category]) => category);
  return [...new Set([...known, ...repeated])].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/**
 * Splits a line in which category and text are glued together.
 * @param categories as `categoriesOf` gives them
 * @returns null where it is doubtful where the category ends
 */
export function splitGlued(line: string, categories: readonly string[]): GluedText | null {
  for (const category of categories) {
    if (line === category) return { category, text: '' };
    if (line.startsWith(category) && beginsText(line.slice(category.length, category.length + 40))) {
      return { category, text: line.slice(category.length).trim() };
    }
  }
  const end = firstBoundary(line);
  if (end === null || !isClear(line, end)) return null;
  return { category: line.slice(0, end), text: line.slice(end).trim() };
}

/** Whether what follows a category can be the beginning of a text. */
function beginsText(rest: string): boolean {
  return /^(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}"“‘«(¡¿$€£]|i\p{Lu}|eBay|eCommerce)/u.test(rest);
}

/** Where a small letter (or a bracket) is followed by the beginning of a text, within the first three words. */
function firstBoundary(line: string): number | null {
  const start = line.slice(0, longest + 16);
  const inWords = insideCamelWords(start);
  for (const match of start.matchAll(/[\p{Ll})](?=[\p{Lu}\p{Lt}\p{N}"“«])/gu)) {
    const end = match.index + match[0].length;
    if (end > longest || !hasAtMostWords(start.slice(0, end), 3)) return null;
    if (!inWords.has(end)) return end;
  }
  return null;
}

/** Where an abbreviation is followed by a capitalised word: `EUCommission`. Only ever trusted where it repeats. */
function firstAcronym(line: string): number | null {
  const match = /^\p{Lu}{2,}(?=\p{Lu}\p{Ll})/u.exec(line.slice(0, longest));
  return match === null ? null : match[0].length;
}

/** Offsets that lie inside a word known to have a capital inside. */
function insideCamelWords(start: string): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const match of start.matchAll(camelPattern)) {
    for (let at = match.index + 1; at <= match.index + match[0].length; at += 1) inside.add(at);
  }
  return inside;
}

/** Whether a text can be a category at all. */
function plausible(category: string): boolean {
  return hasAtMostWords(category, 3) && !/[.,:;!?]/.test(category) && /^[\p{Lu}\p{Lt}\p{N}]/u.test(category);
}

/** Whether a boundary that no other line confirms is beyond doubt. */
function isClear(line: string, end: number): boolean {
  const category = line.slice(0, end);
  const words = category.split(' ');
  const [first = ''] = words;
  const capitalised = words.every((word) => /^\p{Lu}/u.test(word) || joiningWords.has(word));
  const wholeWords = words.every(
    (word) => joiningWords.has(word) || /^\p{Lu}(?:[\p{Ll}’'-]{2,}\)?|\p{Lu}+)$/u.test(word),
  );
  if (!plausible(category) || !capitalised || !wholeWords || openingWords.has(first)) return false;
  const text = line.slice(end, end + 60);
  const next = /^["“«]?(\S*)/u.exec(text)?.[1] ?? '';
  // A digit may belong to the word before it; a second boundary in the next word leaves open which one it is.
  return !/^\p{N}/u.test(text) && firstBoundary(next) === null;
}
