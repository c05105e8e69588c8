import { isIsoDay } from '../../story/dates/index.ts';
import type { StoryDate } from '../../story/dates/index.ts';

/** What a source's text seems to say about itself. Shown to be confirmed, never taken for granted. */
export interface SourceGuess {
  /** '' where nothing suggests one. */
  readonly title: string;
  readonly authors: readonly string[];
  readonly published: StoryDate | null;
  readonly address: string;
}

/** Lines at the start in which a text speaks about itself. */
const headLines = 12;
/** A longer first line is a paragraph, not a title. */
const longestTitle = 140;

/**
 * Guesses title, authors, day of publication and address from the start of a text.
 * @param name the file's name; its words are the title where the text begins with nothing like one
 */
export function describeSource(text: string, name: string): SourceGuess {
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/[\u00a0\u202f]/g, ' ').trim())
    .filter((line) => line !== '')
    .slice(0, headLines);
  const published = lines.map(publishedIn).find((day) => day !== null) ?? null;
  const address = lines.map(addressIn).find((found) => found !== '') ?? '';
  const authors = lines.map(authorsIn).find((found) => found.length > 0) ?? [];
  return { title: titleOf(lines, name), authors, published, address };
}

/** "date 2026-01-06 Officials from …", "Published: 2026-01-06". */
function publishedIn(line: string): StoryDate | null {
  const day = /^(?:date|published(?: on)?|dated?)\s*:?\s*(\d{4}-\d{2}-\d{2})\b/i.exec(line)?.[1];
  return day !== undefined && isIsoDay(day) ? { edtf: day } : null;
}

function addressIn(line: string): string {
  return /^(?:(?:url|source|address|link)\s*:\s*)?(https?:\/\/\S+)$/i.exec(line)?.[1] ?? '';
}

/** "By Ada Lovelace and Mary Somerville". */
function authorsIn(line: string): readonly string[] {
  const names = /^by\s+(\p{Lu}.{1,100})$/u.exec(line) ?? /^By\s+(\p{Lu}.{1,100})$/u.exec(line);
  if (names?.[1] === undefined || /[.!?]$/.test(names[1])) return [];
  return names[1]
    .split(/\s*,\s*|\s+and\s+/)
    .map((author) => author.trim())
    .filter((author) => author !== '');
}

function titleOf(lines: readonly string[], name: string): string {
  const first = lines
    .map((line) => line.replace(/^(?:date|published(?: on)?|dated?)\s*:?\s*\d{4}-\d{2}-\d{2}\s*/i, ''))
    .find((line) => line !== '' && addressIn(line) === '' && authorsIn(line).length === 0);
  if (first !== undefined && first.length <= longestTitle && !/[.;:,]$/.test(first)) return first;
  return fileTitle(name) || (first === undefined ? '' : firstSentence(first));
}

/** "source-port-log.txt" as "Source port log"; '' where the name says nothing. */
function fileTitle(name: string): string {
  const words = name
    .replace(/\.[^.\s]{1,8}$/, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return /\p{L}{2}/u.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : '';
}

function firstSentence(text: string): string {
  const sentence = /^.{20,}?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  if (sentence.length <= 100) return sentence;
  return `${sentence.slice(0, 99).replace(/\s+\S*$/, '')}…`;
}
