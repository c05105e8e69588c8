import * as fc from 'fast-check';
import type { Place } from '../anchor.ts';

const words = [
  'the',
  'ship',
  'was',
  'late',
  'harbour',
  'master',
  "Ukraine's",
  'talks',
  'on',
  '"security"',
  'guarantees',
  'cafe\u0301',
  'déjà',
  '20%',
  'storm--damage',
  'שלום',
  'السلام',
  '🕊️',
  '👩‍👩‍👧',
  'naïve',
  'peace',
  'agreement',
  'said',
  'officials',
];
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 3, maxLength: 24 })
  .map((chosen) => `${chosen.join(' ')}. `);
const repeated = fc.constantFrom(
  'Read more',
  'Share this article. Subscribe to our newsletter for more.',
  'Officials said the talks on security guarantees were late, and that the harbour master was not there.',
);
const paragraph = fc.oneof(
  { weight: 4, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 6 }).map((all) => all.join('')) },
  { weight: 1, arbitrary: repeated },
);

/** A made-up article of few different words, with paragraphs that repeat, several scripts, marks and line breaks. */
export const anyText = fc
  .array(paragraph, { minLength: 2, maxLength: 14 })
  .map((all) => all.filter((one, index) => one !== all[index - 1]))
  .chain((all) => fc.constantFrom('\n', '\n\n', '\r\n').map((line) => all.join(line)));

/** How a passage is chosen from a text. */
export const anyChoice = fc.record({
  kind: fc.constantFrom('words', 'sentence', 'paragraph', 'word', 'any'),
  at: fc.nat(100_000),
  size: fc.integer({ min: 1, max: 300 }),
});

export type Choice = typeof anyChoice extends fc.Arbitrary<infer T> ? T : never;

/** A passage of a text, never only white space; null where the choice hits none. */
export function passageOf(text: string, { kind, at, size }: Choice): Place | null {
  const from = at % Math.max(1, text.length);
  const edge = { words: /\s/, word: /\s/, sentence: /[.!?\n]/, paragraph: /\n/, any: /(?:)/ }[kind];
  const start = backTo(text, from, edge);
  const least = kind === 'words' || kind === 'any' ? start + size : start + 1;
  let end = Math.min(text.length, least);
  while (end < text.length && !edge.test(text[end] ?? '')) end += 1;
  if (kind === 'sentence') end = Math.min(text.length, end + 1);
  const passage = text.slice(start, end);
  const lead = passage.length - passage.trimStart().length;
  return passage.trim() === '' ? null : { start: start + lead, end: start + lead + passage.trim().length };
}

function backTo(text: string, from: number, edge: RegExp): number {
  let start = from;
  while (start > 0 && !edge.test(text[start - 1] ?? '')) start -= 1;
  return start;
}
