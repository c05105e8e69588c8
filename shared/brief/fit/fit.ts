import type { BriefBlock, BriefNote } from '../../story/brief-block.ts';
import { plainFromRich } from '../../story/rich-text.ts';
import type { Brief, BriefFit, BriefPart } from '../brief.ts';
import { printedItems } from '../printed-items.ts';
import { blockPieces, textHeight } from './heights.ts';
import { limiter, noLimits } from './limits.ts';
import type { Limits } from './limits.ts';

/** Points of text on a page, by paper: the margins are 25, 23 and twice 24 mm. */
const room = { A4: { width: 459, height: 705 }, Letter: { width: 475, height: 656 } } as const;
/** What is said to fit must fit, however the words fall. */
const safety = 0.97;

/** What is printed in any case. */
const least: Limits = {
  figures: 3,
  events: 3,
  eventTexts: false,
  rows: 2,
  articles: 1,
  articleTexts: false,
  paragraphs: 1,
};

/** What is added where it still fits: first what a reader misses most. */
const wishes: readonly Partial<Limits>[] = [
  { paragraphs: 2 },
  { events: 5 },
  { figures: 6 },
  { articles: 2 },
  { articleTexts: true },
  { events: 6 },
  { articles: 3 },
  { rows: 4 },
  { eventTexts: true },
  { events: 8 },
  { paragraphs: 3 },
  { articles: 4 },
  { rows: 6 },
  { events: 10 },
  { figures: 9 },
  { articles: 6 },
  { events: 12 },
  { rows: 9 },
  { events: 14 },
  { events: 16 },
  { events: 20 },
  { paragraphs: noLimits.paragraphs },
  { events: 25 },
];

/** What goes as a whole, one after another, where even the least of everything is too much. */
const dispensable: readonly BriefBlock['type'][] = ['articles', 'rows', 'timeline', 'figures'];

/** More entries than this on a page cannot be, whatever they say. */
const mostOnPage = 60;

/** What surrounds the parts and takes room, too. */
export type Around = Pick<Brief, 'title' | 'deck' | 'kicker' | 'next' | 'asOf'>;

/** Parts with their notes, as they are printed. */
export interface Made {
  readonly parts: readonly BriefPart[];
  readonly notes: readonly BriefNote[];
}

/**
 * Takes from the parts as little as leaves about so many pages. A draft stays whole: where it alone is longer, the other parts
 * have the room of the pages that there are anyway.
 * @param make numbers the notes of parts; notes take room as well
 */
export function fitted(
  parts: readonly BriefPart[],
  fit: BriefFit,
  around: Around,
  make: (parts: readonly BriefPart[]) => Made,
): Made {
  const { width, height } = room[fit.paper];
  const whole = make(parts);
  // Making notes takes far longer than measuring: those of the whole tell what those of less would take.
  const pagesFor = (some: readonly BriefPart[]): number =>
    pagesOf(piecesOf({ parts: some, notes: notesOf(whole, some) }, around, width), height * safety);
  const measured = limiter(whole.parts, around.asOf);
  const drafts = whole.parts.filter(({ blocks }) => blocks.some(({ type }) => type === 'draft'));
  const pages = pagesFor(drafts) > fit.pages ? pagesFor(measured(least)) : fit.pages;
  const fits = (some: readonly BriefPart[]): boolean => pagesFor(some) <= pages;
  if (entriesIn(whole.parts) <= mostOnPage * pages && fits(whole.parts)) return whole;
  const printed = limiter(parts, around.asOf);
  if (!fits(measured(least))) {
    const counts = dispensable.map((_, index) => index + 1);
    const enough = counts.find((count) => fits(without(measured(least), dispensable.slice(0, count))));
    return make(enough === undefined ? printed(least) : without(printed(least), dispensable.slice(0, enough)));
  }
  const limits = wishes.reduce<Limits>((before, wish) => {
    const wished = { ...before, ...wish };
    return fits(measured(wished)) ? wished : before;
  }, least);
  return make(printed(limits));
}

/** The parts without blocks of some types, and a word about those that are gone. */
function without(parts: readonly BriefPart[], types: readonly BriefBlock['type'][]): readonly BriefPart[] {
  const isGone = ({ blocks }: BriefPart): boolean => blocks.some(({ type }) => types.includes(type));
  const gone = parts.filter(isGone).map(({ kind, heading }) => heading ?? kind);
  if (gone.length === 0) return parts;
  const text = `Left out for want of room: ${gone.join(', ')}.`;
  return [
    ...parts.filter((part) => !isGone(part)),
    { kind: 'remark', heading: null, blocks: [{ type: 'remark', text }] },
  ];
}

/** The notes of the whole whose signs are among some of its parts. Those of texts always are. */
function notesOf({ parts, notes }: Made, some: readonly BriefPart[]): readonly BriefNote[] {
  const [all, kept] = [signsIn(parts), signsIn(some)];
  return notes.filter(({ number }) => kept.has(number) || !all.has(number));
}

function signsIn(parts: readonly BriefPart[]): ReadonlySet<number> {
  return new Set(parts.flatMap(({ blocks }) => blocks.flatMap(printedItems).flatMap(({ signs = [] }) => signs)));
}

function entriesIn(parts: readonly BriefPart[]): number {
  return parts.reduce((sum, { blocks }) => sum + blocks.reduce((all, block) => all + printedItems(block).length, 0), 0);
}

/** How many pages pieces take that are put one below another. */
function pagesOf(pieces: readonly number[], height: number): number {
  let pages = 1;
  let used = 0;
  for (const piece of pieces) {
    if (used > 0 && used + piece > height) {
      pages += 1;
      used = 0;
    }
    used += piece;
  }
  return pages;
}

function piecesOf({ parts, notes }: Made, around: Around, width: number): readonly number[] {
  return [
    coverHeight(around, width),
    ...parts.flatMap((part) => partPieces(part, around.asOf, width)),
    ...notes.map((note) => noteHeight(note, width)),
  ];
}

function coverHeight({ title, deck, kicker, next }: Around, width: number): number {
  return (
    textHeight(kicker, 9, 14.7, width) +
    textHeight(title, 26, 32.5, width) +
    textHeight(deck, 14, 18.9, width) +
    62 +
    (next === null ? 0 : textHeight(`${next.when} ${next.title}`, 10.5, 15.2, width - 12) + 21)
  );
}

/** A heading, and the remarks below it, stay with what follows. */
function partPieces({ heading, blocks }: BriefPart, asOf: string | null, width: number): readonly number[] {
  let before = 24 + (heading === null ? 0 : 27);
  const pieces: number[] = [];
  for (const block of blocks) {
    const [first = 0, ...others] = blockPieces(block, width, asOf);
    if (block.type === 'remark') {
      before += first;
    } else {
      pieces.push(before + first, ...others);
      before = 0;
    }
  }
  return before === 0 ? pieces : [...pieces, before];
}

function noteHeight({ text, quote, grade, fingerprint }: BriefNote, width: number): number {
  const print = fingerprint === '' ? '' : ' SHA-256 0123456789ab…';
  // The rule above the notes of a page is shared by some.
  return textHeight(`0 ${plainFromRich(text)} “${quote}” ${grade}${print}`, 8.75, 12.5, width) + 6;
}
