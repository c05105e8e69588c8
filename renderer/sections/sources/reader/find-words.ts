import type { Place } from '../../../../shared/anchors/index.ts';

/** More marks than this help nobody and cost time. */
export const mostFound = 5000;

/**
 * Where the wanted words stand in a text, in order; UTF-16 units. Letters count without case; any white space, quotation mark,
 * apostrophe and dash stands for every other of its sort.
 */
export function findWords(text: string, wanted: string): readonly Place[] {
  const pattern = patternOf(wanted);
  if (pattern === null) return [];
  const found: Place[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ start: match.index, end: match.index + match[0].length });
    if (found.length === mostFound) break;
  }
  return found;
}

function patternOf(wanted: string): RegExp | null {
  const words = wanted.trim();
  if (words === '') return null;
  const escaped = words
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/["“”„«»]/g, '["“”„«»]')
    .replace(/['’‘ʼ]/g, "['’‘ʼ]")
    .replace(/[-‐‑–—]/g, '[-‐‑–—]')
    .replace(/\s+/g, '\\s+');
  return new RegExp(escaped, 'giu');
}
