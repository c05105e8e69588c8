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
import { refKey } from '../../story/ref.ts';
import type { RichText } from '../../story/rich-text.ts';
import { citationFromMarkdown, citationSyntax } from './citation-syntax.ts';
import { takeFrontMatter } from './front-matter.ts';
import type { FrontMatter } from './front-matter.ts';
import { refAt } from './known.ts';
import type { Known } from './known.ts';
import { eachNode } from './left-out.ts';
import { noteOf } from './read-blocks.ts';
import { takePictures } from './read-pictures.ts';
import type { TakenPictures } from './read-pictures.ts';

/** A Markdown text as its nodes. */
export interface ParsedMarkdown {
  readonly tree: Root;
  readonly front: FrontMatter;
  readonly taken: TakenPictures;
  readonly known: Known;
  /** What the entries that citations name were called, by `refKey`. */
  readonly titles: ReadonlyMap<string, string>;
  /** The names of footnotes that some words lead to. */
  readonly signs: ReadonlySet<string>;
  /** The names of addresses and pictures that something in the text uses. */
  readonly named: ReadonlySet<string>;
}

/** A line that stands in so many quotations or lists that only an attack writes it: the parser goes down step by step. */
const tooDeep = /^(?:(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){100}|[ \t]{200,}(?:[-+*]|\d{1,9}[.)])[ \t])/m;

/** The lines of a text, whatever they end with. */
export function linesOf(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

/** Parses a text of `linesOf`; null where it is nested as only an attack nests it. */
export function parseMarkdown(lines: string): ParsedMarkdown | null {
  if (tooDeep.test(lines)) return null;
  const front = takeFrontMatter(lines);
  const taken = takePictures(front.body);
  const tree = fromMarkdown(taken.body, {
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
  return { tree, front, taken, ...namesIn(tree, taken) };
}

/** What a text names at its end and anywhere else; of two definitions of a name the first counts. */
function namesIn(tree: Root, pictures: Known['pictures']): Omit<ParsedMarkdown, 'tree' | 'front' | 'taken'> {
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
  return { known, titles, signs, named };
}
