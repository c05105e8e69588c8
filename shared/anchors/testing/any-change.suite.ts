import * as fc from 'fast-check';
import type { Place } from '../anchor.ts';
import { foldText } from '../fold.ts';
import type { TrackedText } from './tracked-text.suite.ts';

const verbs = [
  'insert',
  'delete',
  'replace',
  'retype',
  'move paragraph',
  'copy paragraph',
  'delete paragraph',
  'copy surroundings',
  'delete passage',
  'leave a similar sentence',
  'repeat the words',
  'boilerplate',
  'spaces',
  'typography',
  'canonical form',
] as const;

/** What an editor does to an article, without ever writing the same words twice. */
const ordinary = [
  'insert',
  'delete',
  'replace',
  'retype',
  'move paragraph',
  'delete paragraph',
  'spaces',
  'typography',
] as const;

const how = { near: fc.boolean(), at: fc.nat(100_000), to: fc.nat(100_000), size: fc.nat(120) };

/** One change as an editor makes it. */
export const ordinaryChange = fc.record({ verb: fc.constantFrom<(typeof verbs)[number][]>(...ordinary), ...how });

/** One change of a text: what, roughly where, how much. `near`: at the passage or its surroundings. */
export const anyChange = fc.record({ verb: fc.constantFrom(...verbs), ...how });

export type Change = typeof anyChange extends fc.Arbitrary<infer T> ? T : never;

const boilerplate = '\nShare this article. Subscribe to our newsletter for more. Read more about this story.\n';

/**
 * The text after a change. `passage` is where the passage stood in the first text. Where nobody can see the change (of two equal
 * lines one goes before the other, and nothing but blank space is between them), there is none.
 */
export function changed(text: TrackedText, passage: Place, change: Change): TrackedText {
  const after = applied(text, passage, change);
  const isMoved = change.verb === 'move paragraph';
  const isSame = isMoved ? foldText(after.text) === foldText(text.text) : after.text === text.text;
  return isSame ? text : after;
}

function applied(text: TrackedText, passage: Place, change: Change): TrackedText {
  const span = text.spanOf(passage) ?? { start: 0, end: 0 };
  const at = near(text, span, change, change.at);
  const to = near(text, span, { ...change, near: change.size % 3 === 0 }, change.to);
  const end = Math.min(text.length, at + 1 + change.size);
  const paragraph = paragraphAt(text, at);
  const words = wordsFrom(text, change);
  switch (change.verb) {
    case 'insert':
      return text.copy(words.start, words.end, at);
    case 'delete':
      return text.replace(at, end, '');
    case 'replace':
      return putIn(text, { start: at, end }, words);
    case 'retype':
      return text.replace(at, Math.min(text.length, at + 1), text.slice(words.start, words.start + 1));
    case 'move paragraph':
      return text.move(paragraph.start, paragraph.end, boundary(text, to, paragraph));
    case 'copy paragraph':
      return text.copy(paragraph.start, paragraph.end, beside(text, boundary(text, to, paragraph), paragraph, span));
    case 'delete paragraph':
      return withoutTwin(text, passage, paragraph);
    case 'copy surroundings':
      return text.copy(Math.max(0, span.start - change.size), Math.min(text.length, span.end + change.size), to);
    case 'delete passage':
      return text.replace(span.start, span.end, '');
    case 'leave a similar sentence':
      return similarLeft(text, span, change.size % 2 === 0 ? to : span.start);
    case 'repeat the words':
      return repeated(text, span, to);
    case 'boilerplate':
      return text.replace(at, at, boilerplate).replace(to, to, boilerplate);
    case 'spaces':
      return text.rewrite(at, end, (unit) => (unit === ' ' ? '\u00a0 ' : unit === '\n' ? '\r\n' : unit));
    case 'typography':
      return text.rewrite(at, end, (unit) =>
        unit === "'" ? '\u2019' : unit === '"' ? '\u201c' : unit === '-' ? '\u2013' : unit,
      );
    case 'canonical form':
      return text.rewrite(at, end, (unit) => unit.normalize('NFD'));
  }
}

/** The passage is gone, and the same sentence with one word changed is somewhere else or in its place. */
function similarLeft(text: TrackedText, span: Place, to: number): TrackedText {
  const length = span.end - span.start;
  const last = /\S+$/u.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
  const copied = text.copy(span.start, span.end, to).replace(to + length - last, to + length, 'quite-otherwise');
  const moved = copied.length - text.length;
  if (to > span.start && to < span.end) return copied;
  return to <= span.start
    ? copied.replace(span.start + moved, span.end + moved, '')
    : copied.replace(span.start, span.end, '');
}

/**
 * The words once more. Only long words, or those put right beside the passage, may stand for it should it vanish: elsewhere a name is
 * another mention.
 */
function repeated(text: TrackedText, span: Place, to: number): TrackedText {
  const { start, end } = span;
  const isBeside = to > start - 64 && to < end + 64;
  return end - start < 64 && !isBeside
    ? text.replace(to, to, ` ${text.slice(start, end)} `)
    : text.copy(start, end, to);
}

function near(text: TrackedText, span: Place, { near: isNear }: Change, at: number): number {
  if (!isNear) return at % (text.length + 1);
  const around = span.end - span.start + 160;
  return Math.min(text.length, Math.max(0, span.start - 80 + (at % around)));
}

/** The paragraph of an offset, with the break behind it. */
function paragraphAt(text: TrackedText, at: number): Place {
  const whole = text.text;
  const start = at === 0 ? 0 : whole.lastIndexOf('\n', at - 1) + 1;
  const end = whole.indexOf('\n', at);
  return { start, end: end === -1 ? whole.length : end + 1 };
}

/** Of equal paragraphs side by side one goes that has nothing of the passage, as nobody could tell which it was. */
function withoutTwin(text: TrackedText, passage: Place, { start, end }: Place): TrackedText {
  const [length, words] = [end - start, text.slice(start, end)];
  const isTwin = (at: number) => length > 0 && at >= 0 && text.slice(at, at + length) === words;
  let first = start;
  while (isTwin(first - length)) first -= length;
  for (let at = first; isTwin(at); at += length) {
    if (text.unitsFrom(passage, { start: at, end: at + length }).own === 0) return text.replace(at, at + length, '');
  }
  return text.replace(start, end, '');
}

/**
 * Of two equal paragraphs side by side, the copy is the second, or the first where the passage goes on behind them: nobody could tell, and so
 * it stays in one piece.
 */
function beside(text: TrackedText, to: number, { start, end }: Place, passage: Place): number {
  const between = to < start ? text.slice(to, start) : text.slice(end, Math.max(end, to));
  if (between.trim() !== '') return to;
  return passage.start >= start && passage.end > end ? start : end;
}

/** The beginning of a paragraph, never inside of `apart`. */
function boundary(text: TrackedText, at: number, apart: Place): number {
  const { start } = paragraphAt(text, at);
  return start > apart.start && start < apart.end ? apart.end : start;
}

/** Some words of the text itself, so that what is put in is like what is there. */
function wordsFrom(text: TrackedText, { to, size }: Change): Place {
  const start = to % Math.max(1, text.length);
  return { start, end: Math.min(text.length, start + 4 + (size % 60)) };
}

/** Puts a copy of some words in the place of a stretch. */
function putIn(text: TrackedText, { start, end }: Place, words: Place): TrackedText {
  const longer = text.copy(words.start, words.end, end);
  return longer.replace(start, end, '');
}
