import { $getNodeByKey } from 'lexical';
import type { Klass, LexicalEditor, LexicalNode, NodeKey } from 'lexical';
import { useCallback, useSyncExternalStore } from 'react';
import type { RichText } from '../../../shared/story/rich-text.ts';
import { afterTyping } from '../after-typing.ts';

/** What the signs of footnotes are in an editor. */
interface Signs {
  readonly sign: Klass<LexicalNode>;
  /** The words of a sign; null where a node is none. */
  readonly noteOf: (node: LexicalNode | null) => RichText | null;
}

/** A footnote where it stands among the others. */
export interface PlacedFootnote {
  readonly key: NodeKey;
  readonly note: RichText;
}

/** The footnote whose words are open, and where that was asked for. */
export interface OpenFootnote {
  readonly key: NodeKey;
  readonly from: 'text' | 'list';
}

/**
 * The footnotes of an editor in the order of their signs. Counted when a footnote comes or goes, and once one has stopped typing, should
 * something have moved: typing itself never waits for it.
 */
export class FootnoteOrder {
  readonly #editor: LexicalEditor;
  readonly #signs: Signs;
  readonly #keys = new Set<NodeKey>();
  readonly #listeners = new Set<() => void>();
  #list: readonly PlacedFootnote[] = [];
  #numbers: ReadonlyMap<NodeKey, number> = new Map();
  #open: OpenFootnote | null = null;

  constructor(editor: LexicalEditor, signs: Signs) {
    this.#editor = editor;
    this.#signs = signs;
    // These live as long as the editor.
    editor.registerMutationListener(signs.sign, (changes) => {
      for (const [key, change] of changes) {
        if (change === 'destroyed') this.#keys.delete(key);
        else this.#keys.add(key);
      }
      this.#count();
    });
    editor.registerRootListener(() => this.#count());
    afterTyping(editor, () => this.#count());
  }

  list(): readonly PlacedFootnote[] {
    return this.#list;
  }

  /** From 1; 0 for one that is not in the text. */
  numberOf(key: NodeKey): number {
    return this.#numbers.get(key) ?? 0;
  }

  open(): OpenFootnote | null {
    return this.#open;
  }

  setOpen(open: OpenFootnote | null): void {
    this.#open = open;
    this.#tell();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #count(): void {
    if (this.#keys.size === 0 && this.#list.length === 0) return;
    const list = this.#inOrder();
    const same = list.length === this.#list.length && list.every((one, at) => isSame(one, this.#list[at]));
    if (same) return;
    this.#list = list;
    this.#numbers = new Map(list.map(({ key }, at) => [key, at + 1]));
    if (this.#open !== null && !this.#keys.has(this.#open.key)) this.#open = null;
    this.#tell();
  }

  /** The page knows the order best: it is a tree that can be asked for its signs alone. */
  #inOrder(): readonly PlacedFootnote[] {
    const signs = this.#editor.getRootElement()?.querySelectorAll<HTMLElement>('[data-footnote]') ?? [];
    const keys = [...signs].map(({ dataset }) => dataset['footnote'] ?? '').filter((key) => this.#keys.has(key));
    return this.#editor.getEditorState().read(() =>
      keys.flatMap((key) => {
        const note = this.#signs.noteOf($getNodeByKey(key));
        return note === null ? [] : [{ key, note }];
      }),
    );
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function isSame(one: PlacedFootnote, other: PlacedFootnote | undefined): boolean {
  return one.key === other?.key && (one.note === other.note || JSON.stringify(one.note) === JSON.stringify(other.note));
}

const known = new WeakMap<LexicalEditor, FootnoteOrder>();

/** The footnotes of an editor, whose signs are these. */
export function footnotesIn(editor: LexicalEditor, signs: Signs): FootnoteOrder {
  const footnotes = known.get(editor) ?? new FootnoteOrder(editor, signs);
  known.set(editor, footnotes);
  return footnotes;
}

/** What `pick` takes of some footnotes; renders again only when that changes. It must be the same object as long as nothing did. */
export function useFootnotes<T>(footnotes: FootnoteOrder, pick: (footnotes: FootnoteOrder) => T): T {
  const subscribe = useCallback((listener: () => void) => footnotes.onChange(listener), [footnotes]);
  return useSyncExternalStore(subscribe, () => pick(footnotes));
}
