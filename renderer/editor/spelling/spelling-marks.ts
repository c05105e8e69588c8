import { $getNearestNodeFromDOMNode, $getNodeByKey, $getSelection, $isRangeSelection, $isTextNode } from 'lexical';
import type { LexicalEditor, NodeKey } from 'lexical';
import { afterTyping } from '../after-typing.ts';
import { domRange } from '../comments/dom-range.ts';
import { $wordsOfBlock } from '../comments/editor-lines.ts';
import type { EditorBlock } from '../comments/editor-lines.ts';
import { speller } from './speller.ts';
import { visibleBlocks } from './visible-blocks.ts';
import { wordsToCheck } from './words-to-check.ts';
import type { PlacedWord } from './words-to-check.ts';

const name = 'draft-spelling';
/** A block of so many words of which most are unknown is in another language. */
const enoughWords = 12;
const mostlyUnknown = 0.5;
/** Milliseconds after the last movement. */
const scrollPause = 120;

/** A word that no dictionary knows, in a block of the editor. */
export interface Mistake extends PlacedWord {
  readonly block: NodeKey;
}

interface ReadBlock {
  readonly key: NodeKey;
  readonly words: EditorBlock;
  readonly placed: readonly PlacedWord[];
}

interface Options {
  /** Whether a word is right although the dictionary does not know it. */
  readonly isKnown: (word: string) => boolean;
  /** Told once when most of what is in view is not English. */
  readonly onForeign: () => void;
}

/** Marks the misspelt words that are in view, once one stops typing or scrolling. The text itself is left alone. */
export class SpellingMarks {
  readonly #editor: LexicalEditor;
  readonly #options: Options;
  #mistakes: readonly Mistake[] = [];
  #timer = 0;
  #isStopped = false;
  #isForeignSaid = false;

  constructor(editor: LexicalEditor, options: Options) {
    this.#editor = editor;
    this.#options = options;
  }

  /** Until the returned function is called. */
  start(): () => void {
    const leave = speller.join();
    const stop = afterTyping(this.#editor, this.look, { caret: true });
    // Whatever scrolls the text.
    document.addEventListener('scroll', this.lookSoon, { capture: true, passive: true });
    window.addEventListener('resize', this.lookSoon);
    return () => {
      this.#isStopped = true;
      stop();
      document.removeEventListener('scroll', this.lookSoon, { capture: true });
      window.removeEventListener('resize', this.lookSoon);
      clearTimeout(this.#timer);
      if (typeof Highlight !== 'undefined') CSS.highlights.delete(name);
      leave();
    };
  }

  /** Looks once things have come to rest. */
  readonly lookSoon = (): void => {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(this.look, scrollPause);
  };

  /** Looks at what is in view now. */
  readonly look = (): void => {
    const root = this.#editor.getRootElement();
    if (this.#isStopped || root === null) return;
    const unknown = new Set<string>();
    const look = (): void => {
      const blocks = visibleBlocks(root).flatMap($readBlock);
      for (const { placed } of blocks)
        for (const { word } of placed) if (speller.verdict(word) === undefined) unknown.add(word);
      this.#mistakes = this.#mistakesOf(blocks);
      this.#paint(blocks);
    };
    this.#editor.getEditorState().read(look, { editor: this.#editor });
    if (unknown.size > 0) void speller.lookUp([...unknown]).then((hasLookedUp) => hasLookedUp && this.look());
  };

  /** The misspelt word at the caret, or else the next one in view behind it, or the first; null where there is none. */
  atOrAfterCaret(): Mistake | null {
    const at = this.#caret();
    const before = this.#mistakes.findIndex(({ block, end }) => block === at?.block && end >= at.offset);
    return this.#mistakes[Math.max(0, before)] ?? null;
  }

  /** The misspelt word at a point of the window, in px; null where there is none. */
  atPoint(x: number, y: number): Mistake | null {
    const found = this.#mistakes.find((mistake) =>
      [...(this.rangeOf(mistake)?.getClientRects() ?? [])].some(
        ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
      ),
    );
    return found ?? null;
  }

  /** Where a mistake is on the page; null where something else stands there by now. */
  rangeOf({ block, start, end, word }: Mistake): Range | null {
    return this.#editor.getEditorState().read(() => {
      const node = $getNodeByKey(block);
      if (node === null) return null;
      const words = $wordsOfBlock(node);
      if (!wordsToCheck(words.text).some((one) => one.word === word && one.start === start)) return null;
      return domRange(this.#editor, { block: words, offset: start }, { block: words, offset: end });
    });
  }

  #mistakesOf(blocks: readonly ReadBlock[]): readonly Mistake[] {
    const { isKnown } = this.#options;
    let [english, foreign] = [0, 0];
    const mistakes = blocks.flatMap(({ key, words, placed }) => {
      const wrong = placed.filter(({ word }) => speller.verdict(word) === false && !isKnown(word));
      const isForeign = placed.length >= enoughWords && wrong.length > placed.length * mostlyUnknown;
      if (isForeign) foreign += 1;
      else if (placed.length >= enoughWords) english += 1;
      return isForeign ? [] : wrong.filter((one) => !$isCode(words, one)).map((one) => ({ ...one, block: key }));
    });
    if (foreign > english && !this.#isForeignSaid) {
      this.#isForeignSaid = true;
      this.#options.onForeign();
    }
    return mistakes;
  }

  #paint(blocks: readonly ReadBlock[]): void {
    // The highlights of CSS are absent in the small DOM of the tests.
    if (typeof Highlight === 'undefined') return;
    const words = new Map(blocks.map((block) => [block.key, block.words]));
    const caret = this.#caret();
    const ranges = this.#mistakes.flatMap((mistake) => {
      const block = words.get(mistake.block);
      // It may not be written to its end yet.
      const isBeingWritten = caret?.block === mistake.block && caret.offset === mistake.end;
      if (block === undefined || isBeingWritten) return [];
      return domRange(this.#editor, { block, offset: mistake.start }, { block, offset: mistake.end }) ?? [];
    });
    CSS.highlights.set(name, new Highlight(...ranges));
  }

  #caret(): { readonly block: NodeKey; readonly offset: number } | null {
    return this.#editor.getEditorState().read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
      const block = selection.anchor.getNode().getTopLevelElement();
      if (block === null) return null;
      const leaf = $wordsOfBlock(block).leaves.find(({ key }) => key === selection.anchor.key);
      return leaf === undefined ? null : { block: block.getKey(), offset: leaf.start + selection.anchor.offset };
    });
  }
}

function $readBlock(element: HTMLElement): readonly ReadBlock[] {
  const node = $getNearestNodeFromDOMNode(element)?.getTopLevelElement();
  if (node === null || node === undefined) return [];
  const words = $wordsOfBlock(node);
  return [{ key: node.getKey(), words, placed: wordsToCheck(words.text) }];
}

/** Code is not English, and what an entry is called is its own affair. */
function $isCode({ leaves }: EditorBlock, { start }: PlacedWord): boolean {
  const leaf = leaves.find((one) => one.start <= start && start < one.end);
  const node = leaf === undefined ? null : $getNodeByKey(leaf.key);
  return !$isTextNode(node) || node.hasFormat('code');
}
