import * as Y from 'yjs';
import { draftRoot } from '../../../shared/story/document.ts';
import { attribute } from '../../../shared/story/reading/draft-attributes.ts';

/** A stretch of a draft's text, in UTF-16 units of its lines. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a position of the document is in the text. */
export interface FoundPosition {
  readonly offset: number;
  /** The letter it stands beside is still there. If not, it is where that was deleted; the letter may be elsewhere now. */
  readonly isSure: boolean;
  /** The text, or the element around it. */
  readonly type: unknown;
}

/** Something that has words: a text, or the element at an index of its parent (a reference, a line break). */
interface Leaf {
  readonly type: Y.XmlText | Y.XmlElement;
  readonly index: number;
  /** Within its block. */
  readonly start: number;
  readonly end: number;
}

interface BlockWords {
  readonly text: string;
  readonly leaves: readonly Leaf[];
}

interface PlacedBlock extends BlockWords {
  readonly start: number;
}

type Block = Y.XmlElement | Y.XmlText | Y.XmlHook;

/**
 * The words of a draft as one text, and where each stands in the document. Blocks, items and cells that have words are lines;
 * a reference is called what it was called when it was put there; what prints differently each time (citations, the signs of
 * footnotes) and pictures have no words. `editor-lines.ts` reads the same text from the editor. Blocks are read again only after a change.
 */
export class DraftLines {
  readonly #root: Y.XmlElement;
  readonly #known = new WeakMap<Block, BlockWords>();
  #placed: { readonly blocks: ReadonlyMap<Block, PlacedBlock>; readonly text: string } | null = null;

  constructor(readonly doc: Y.Doc) {
    this.#root = draftRoot(doc);
    this.#root.observeDeep(this.#forget);
  }

  dispose(): void {
    this.#root.unobserveDeep(this.#forget);
  }

  text(): string {
    return this.#all().text;
  }

  /** The blocks that have words, in order. */
  blocks(): readonly PlacedBlock[] {
    return [...this.#all().blocks.values()];
  }

  /** The document's position before the letter at an offset; null where no word begins or goes on there. */
  before(offset: number): Y.RelativePosition | null {
    const leaf = this.#leafAt(offset, ({ start, end }, at) => start <= at && at < end);
    if (leaf === null) return null;
    const index = leaf.type instanceof Y.XmlText ? leaf.at - leaf.start : leaf.index;
    return Y.createRelativePositionFromTypeIndex(leaf.type, index, 0);
  }

  /** The position behind the letter that ends at an offset. What is written behind it does not move it. */
  behind(offset: number): Y.RelativePosition | null {
    const leaf = this.#leafAt(offset, ({ start, end }, at) => start < at && at <= end);
    if (leaf === null) return null;
    const index = leaf.type instanceof Y.XmlText ? leaf.at - leaf.start : leaf.index + 1;
    return Y.createRelativePositionFromTypeIndex(leaf.type, index, -1);
  }

  /** Where a position is now; null where the text it was in is gone, or never was in this draft. */
  find(position: Y.RelativePosition): FoundPosition | null {
    const found = absolute(position, this.doc);
    if (found === null) return null;
    const { type, index } = found;
    if (!(type instanceof Y.XmlElement || type instanceof Y.XmlText)) return null;
    const assoc = position.assoc ?? 0;
    const placed = this.#blockOf(type);
    if (placed === null) return null;
    const inside =
      type instanceof Y.XmlText ? textOffset(placed, type, index) : elementOffset(placed, type, index, assoc < 0);
    if (inside === null) return null;
    return { offset: placed.start + inside, isSure: isThere(position, this.doc), type };
  }

  #leafAt(offset: number, isIt: (leaf: Leaf, at: number) => boolean): (Leaf & { readonly at: number }) | null {
    for (const { start, text, leaves } of this.#all().blocks.values()) {
      if (offset > start + text.length) continue;
      const leaf = leaves.find((one) => isIt(one, offset - start));
      return leaf === undefined ? null : { ...leaf, at: offset - start };
    }
    return null;
  }

  /** The block that something is in, where neither it nor anything around it was removed. */
  #blockOf(type: Y.XmlElement | Y.XmlText): PlacedBlock | null {
    const around = this.#around(type);
    const block = around.at(-1);
    if (block === undefined || around.some((one) => one._item?.deleted === true)) return null;
    return this.#all().blocks.get(block) ?? null;
  }

  /** A type and what it is in, the block last; nothing where that is not in this draft. */
  #around(type: unknown): readonly Block[] {
    const around: Block[] = [];
    let at = type;
    for (; isBlock(at); at = at.parent) {
      if (at === this.#root) return around;
      around.push(at);
    }
    return [];
  }

  #all() {
    if (this.#placed !== null) return this.#placed;
    const blocks = new Map<Block, PlacedBlock>();
    const lines: string[] = [];
    let start = 0;
    for (const block of this.#root.toArray()) {
      const words = this.#known.get(block) ?? wordsOf(block);
      this.#known.set(block, words);
      if (words.text === '') continue;
      blocks.set(block, { ...words, start });
      lines.push(words.text);
      start += words.text.length + 1;
    }
    this.#placed = { blocks, text: lines.join('\n') };
    return this.#placed;
  }

  readonly #forget = (events: readonly { readonly target: unknown }[]): void => {
    this.#placed = null;
    for (const { target } of events) {
      const block = this.#around(target).at(-1);
      if (block !== undefined) this.#known.delete(block);
    }
  };
}

/** A position that comes from a file may name anything, and nothing. */
function absolute(position: Y.RelativePosition, doc: Y.Doc): Y.AbsolutePosition | null {
  try {
    return Y.createAbsolutePositionFromRelativePosition(position, doc);
  } catch {
    return null;
  }
}

/** Whether the letter that a position stands beside was not deleted, or came back with an undo. */
function isThere({ item: id }: Y.RelativePosition, { store }: Y.Doc): boolean {
  for (let at = id; at !== null;) {
    // Its type says an item is what is found; where it was deleted long ago it is none.
    const item: unknown = Y.getItem(store, at);
    if (!(item instanceof Y.Item)) return false;
    if (item.redone === null) return !item.deleted;
    at = Y.createID(item.redone.client, item.redone.clock + at.clock - item.id.clock);
  }
  return false;
}

function isBlock(type: unknown): type is Block {
  return type instanceof Y.XmlElement || type instanceof Y.XmlText;
}

function textOffset({ leaves }: BlockWords, text: Y.XmlText, index: number): number | null {
  const leaf = leaves.find(({ type }) => type === text);
  return leaf === undefined ? null : Math.min(leaf.start + index, leaf.end);
}

/** Where the words begin that stand at an index of an element or behind it; seen from behind, where those before it end. */
function elementOffset({ leaves }: BlockWords, element: Block, index: number, fromBehind: boolean): number | null {
  if (!(element instanceof Y.XmlElement)) return null;
  const children = element.toArray();
  const found = (at: number): Leaf | undefined =>
    leaves.find(({ type, index: place }) => (type === element ? place === at : type === children[at]));
  if (fromBehind) {
    for (let at = index - 1; at >= 0; at -= 1) {
      const leaf = found(at);
      if (leaf !== undefined) return leaf.end;
    }
    return null;
  }
  for (let at = index; at < children.length; at += 1) {
    const leaf = found(at);
    if (leaf !== undefined) return leaf.start;
  }
  return null;
}

/** What has no words of the text's own. */
const wordless: ReadonlySet<string> = new Set(['citation', 'footnote', 'image']);

function wordsOf(block: Block): BlockWords {
  const leaves: Leaf[] = [];
  let text = '';
  let isNewLine = false;
  const add = (type: Leaf['type'], index: number, words: string): void => {
    if (words === '') return;
    if (isNewLine && text !== '') text += '\n';
    isNewLine = false;
    leaves.push({ type, index, start: text.length, end: text.length + words.length });
    text += words;
  };
  const visit = (element: Y.XmlElement): void => {
    element.toArray().forEach((child, index) => {
      if (child instanceof Y.XmlText) add(child, 0, wordsIn(child));
      else if (!(child instanceof Y.XmlElement) || wordless.has(child.nodeName)) return;
      else if (child.nodeName === 'linebreak') add(element, index, '\n');
      else if (child.nodeName === 'reference') add(element, index, titleOf(child));
      else if (child.nodeName === 'link') visit(child);
      else {
        isNewLine = true;
        visit(child);
        isNewLine = true;
      }
    });
  };
  if (block instanceof Y.XmlText) add(block, 0, wordsIn(block));
  else if (block instanceof Y.XmlElement) visit(block);
  return { text, leaves };
}

function titleOf(reference: Y.XmlElement): string {
  const title = attribute(reference, '__title');
  return typeof title === 'string' ? title : '';
}

function wordsIn(text: Y.XmlText): string {
  // A delta is untyped in Yjs: runs of text with attributes, or embedded things, which drafts do not have.
  const runs = text.toDelta() as readonly { readonly insert?: unknown }[];
  return runs.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}
