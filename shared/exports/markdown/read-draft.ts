import type { Definition, FootnoteDefinition, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { DraftBlock } from '../../story/draft-block.ts';
import { refKey } from '../../story/ref.ts';
import { isSafeLink, plainFromRich } from '../../story/rich-text.ts';
import type { RichText } from '../../story/rich-text.ts';
import { citationFromMarkdown, citationSyntax } from './citation-syntax.ts';
import { takeFrontMatter } from './front-matter.ts';
import { refAt } from './known.ts';
import type { Known } from './known.ts';
import { eachNode, leftOutOf } from './left-out.ts';
import type { LeftOut } from './left-out.ts';
import { blocksOf, noteOf } from './read-blocks.ts';
import { spansOf, wordsOf } from './read-inline.ts';
import { takePictures } from './read-pictures.ts';
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

/** A line that stands in so many quotations or lists that only an attack writes it: the parser goes down step by step. */
const tooDeep = /^(?:(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){100}|[ \t]{200,}(?:[-+*]|\d{1,9}[.)])[ \t])/m;

/**
 * Reads a Markdown text as a draft: ours gives back what Markdown could say of it; of any other no word is lost, and HTML in it is words.
 */
export function readDraftMarkdown(text: string, { titled = true }: ReadOptions = {}): ReadDraft {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (tooDeep.test(lines)) return plainDraft(lines);
  const front = takeFrontMatter(lines);
  const taken = takePictures(front.body);
  const tree = treeOf(taken.body);
  const { known, titles, unnamed } = namesIn(tree, taken);
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
    blocks: [...others, ...pictures, ...content.flatMap((node) => blocksOf(node, known, below)), ...unnamed],
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

function treeOf(body: string): Root {
  return fromMarkdown(body, {
    extensions: [
      gfmTable(),
      gfmFootnote(),
      gfmTaskListItem(),
      gfmStrikethrough({ singleTilde: false }),
      citationSyntax,
    ],
    mdastExtensions: [
      gfmTableFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      citationFromMarkdown,
    ],
  });
}

interface Names {
  readonly known: Known;
  readonly titles: ReadonlyMap<string, string>;
  /** Footnotes, addresses and pictures that nothing in the text leads to. */
  readonly unnamed: readonly DraftBlock[];
}

/** What a text names at its end and anywhere else; of two definitions of a name the first counts. */
function namesIn(tree: Root, pictures: Known['pictures']): Names {
  const definitions = new Map<string, Definition>();
  const written = new Map<string, FootnoteDefinition>();
  const signs = new Set<string>();
  const named = new Set<string>();
  eachNode(tree, (node, isNote) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !written.has(node.identifier)) written.set(node.identifier, node);
    if (node.type === 'footnoteReference' && !isNote) signs.add(node.identifier);
    if (node.type === 'linkReference' || node.type === 'imageReference') named.add(node.identifier);
  });
  const notes = new Map<string, RichText>();
  const refOf: Known['refOf'] = (key) => refAt(definitions.get(`@${key}`)?.url ?? '');
  const known: Known = { definitions, notes, pictures, isNote: false, refOf };
  for (const [identifier, { children }] of written) notes.set(identifier, noteOf(children, known));
  const titles = new Map<string, string>();
  for (const [identifier, { url, title }] of definitions) {
    const ref = identifier.startsWith('@') ? refAt(url) : null;
    if (ref !== null) titles.set(refKey(ref), title ?? '');
  }
  const unnamed = [
    ...[...notes].filter(([identifier]) => !signs.has(identifier)).flatMap(([, note]) => shownNote(note)),
    ...[...definitions.values()]
      .filter(({ identifier }) => !named.has(identifier))
      .flatMap((one) => shownName(one, pictures)),
  ];
  return { known, titles, unnamed };
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
