import type { Definition } from 'mdast';
import type { DraftBlock } from '../../story/draft-block.ts';
import { isSafeLink, plainFromRich } from '../../story/rich-text.ts';
import type { RichText } from '../../story/rich-text.ts';
import type { Known } from './known.ts';
import { leftOutOf } from './left-out.ts';
import type { LeftOut } from './left-out.ts';
import { linesOf, parseMarkdown } from './parse.ts';
import type { ParsedMarkdown } from './parse.ts';
import { blocksOf } from './read-blocks.ts';
import { spansOf, wordsOf } from './read-inline.ts';
import type { ReadPicture } from './read-pictures.ts';

/** A draft as a Markdown text has it. */
export interface ReadDraft {
  /**
   * The words of a heading of the first level at the very top, which is then not in `blocks`; else the `title` of what stands before the text
   * for other programs, or the first such heading, which stays; '' for none.
   */
  readonly title: string;
  readonly blocks: readonly DraftBlock[];
  /** The bytes of its pictures, as far as they are in the text. */
  readonly pictures: readonly ReadPicture[];
  /** What the entries that citations name were called, by `refKey`. */
  readonly titles: ReadonlyMap<string, string>;
  readonly leftOut: LeftOut;
}

interface ReadOptions {
  /** Whether a heading at the top is the title of the text, and the others stand below it. Otherwise all are headings as they are. */
  readonly titled?: boolean;
}

/**
 * Reads a Markdown text as a draft: ours gives back what Markdown could say of it; of any other no word is lost, and HTML in it is words.
 */
export function readDraftMarkdown(text: string, { titled = true }: ReadOptions = {}): ReadDraft {
  const lines = linesOf(text);
  const parsed = parseMarkdown(lines);
  if (parsed === null) return plainDraft(lines);
  const { tree, front, taken, known, titles } = parsed;
  const [first, ...rest] = tree.children;
  const isTitled = titled && first?.type === 'heading' && first.depth === 1;
  const content = isTitled ? rest : tree.children;
  // Headings stand below the title; where there is none, as they are.
  const below = isTitled && !content.some((node) => node.type === 'heading' && node.depth === 1) ? 1 : 0;
  const others: readonly DraftBlock[] =
    front.others === '' ? [] : [{ type: 'paragraph', spans: [{ text: front.others, code: true }] }];
  const heading = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  const headed = heading?.type === 'heading' ? wordsOf(spansOf(heading.children, known)) : '';
  const pictures = isTitled ? blocksOf(first, known, 0).filter(({ type }) => type === 'image') : [];
  return {
    title: isTitled ? headed : front.title || headed,
    blocks: [...others, ...pictures, ...content.flatMap((node) => blocksOf(node, known, below)), ...unnamed(parsed)],
    pictures: taken.pictures,
    titles,
    leftOut: leftOutOf(tree, known),
  };
}

/** A text as it is, a paragraph for each line. */
function plainDraft(text: string): ReadDraft {
  const blocks = text.split('\n').map((line): DraftBlock => ({ type: 'paragraph', spans: [{ text: line }] }));
  const leftOut: LeftOut = { linkedPictures: 0, lostPictures: 0, dividers: 0, comments: 0 };
  return { title: '', blocks, pictures: [], titles: new Map(), leftOut };
}

/** Footnotes, addresses and pictures that nothing in the text leads to. */
function unnamed({ known, taken, signs, named }: ParsedMarkdown): readonly DraftBlock[] {
  const { notes, definitions } = known;
  return [
    ...[...notes].filter(([identifier]) => !signs.has(identifier)).flatMap(([, note]) => shownNote(note)),
    ...[...definitions.values()]
      .filter(({ identifier }) => !named.has(identifier))
      .flatMap((one) => shownName(one, taken)),
  ];
}

function shownNote(spans: RichText): readonly DraftBlock[] {
  return plainFromRich(spans).trim() === '' ? [] : [{ type: 'paragraph', spans }];
}

/** What a name leads to that the text does not use: the works of citations are used by them. */
function shownName({ label, identifier, url, title }: Definition, pictures: Known['pictures']): readonly DraftBlock[] {
  const said = pictures.at(url);
  const words = (title ?? '') === '' ? [] : [{ text: title ?? '' }];
  if (said !== null) return [{ type: 'image', ...said, alt: '', caption: words }];
  if (!isSafeLink(url)) return [];
  const after = words.map(({ text }) => ({ text: ` ${text}` }));
  return [{ type: 'paragraph', spans: [{ text: `${label ?? identifier}: ` }, { text: url, link: url }, ...after] }];
}
