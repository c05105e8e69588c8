/** Where words stand in one paragraph; UTF-16 units. */
export interface Found {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** More marks than this help nobody and cost time. */
const mostFound = 5000;

/** The paragraphs of a text: its lines that are not blank, as they stand. */
export function paragraphsOf(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '');
}

/**
 * Where the wanted words stand, in order. Letters count without case; any blank, quotation mark, apostrophe and dash
 * stands for every other of its sort.
 */
export function findInText(paragraphs: readonly string[], wanted: string): readonly Found[] {
  const pattern = patternOf(wanted);
  if (pattern === null) return [];
  const found: Found[] = [];
  for (const [paragraph, text] of paragraphs.entries()) {
    for (const match of text.matchAll(pattern)) {
      found.push({ paragraph, start: match.index, end: match.index + match[0].length });
      if (found.length === mostFound) return found;
    }
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
