import { DecoratorNode } from 'lexical';
import type { DOMExportOutput, LexicalEditor, LexicalNode, NodeKey, SerializedLexicalNode } from 'lexical';
import type { ReactNode } from 'react';
import { richOf } from '../../../shared/story/reading/draft-attributes.ts';
import { plainFromRich } from '../../../shared/story/rich-text.ts';
import type { RichText } from '../../../shared/story/rich-text.ts';
import { footnotesIn } from './footnote-order.ts';
import type { FootnoteOrder } from './footnote-order.ts';
import { FootnoteMark } from './FootnoteMark.tsx';

/** As it comes from a clipboard: anything may be missing or wrong. */
type Json = Parameters<typeof DecoratorNode.importJSON>[0];

/**
 * The sign of a footnote inside a draft's text, with the footnote's words. Its number is its place among the others, and is never stored.
 * `shared/story/reading/draft-blocks.ts` reads its property by name.
 */
export class FootnoteNode extends DecoratorNode<ReactNode> {
  __note: RichText;

  static override getType(): string {
    return 'footnote';
  }

  static override clone(node: FootnoteNode): FootnoteNode {
    return new FootnoteNode(node.__note, node.__key);
  }

  static override importJSON(json: Json): FootnoteNode {
    return new FootnoteNode(richOf(json['note']));
  }

  /** Everything has a default because the binding makes nodes first and gives them their properties then. */
  constructor(note: RichText = [], key?: NodeKey) {
    super(key);
    this.__note = note;
  }

  override exportJSON(): SerializedLexicalNode & { note: RichText } {
    return { ...super.exportJSON(), type: 'footnote', version: 1, note: this.__note };
  }

  override createDOM(): HTMLElement {
    const sign = document.createElement('span');
    // By which the signs of a long text are found in their order (footnote-order.ts).
    sign.dataset['footnote'] = this.__key;
    return sign;
  }

  /** What other programs get of it: its words, where it stands. */
  override exportDOM(): DOMExportOutput {
    const words = document.createElement('span');
    words.textContent = ` [${plainFromRich(this.note())}]`;
    return { element: words };
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): true {
    return true;
  }

  /** What is stored may be anything. */
  note(): RichText {
    return richOf(this.getLatest().__note);
  }

  setNote(note: RichText): this {
    const self = this.getWritable();
    self.__note = note;
    return self;
  }

  override decorate(editor: LexicalEditor): ReactNode {
    return <FootnoteMark nodeKey={this.__key} note={this.note()} footnotes={draftFootnotes(editor)} />;
  }
}

/** The footnotes of a draft's editor. */
export function draftFootnotes(editor: LexicalEditor): FootnoteOrder {
  return footnotesIn(editor, {
    sign: FootnoteNode,
    noteOf: (node) => ($isFootnoteNode(node) ? node.note() : null),
  });
}

/** The sign of a footnote of these words. */
export function $createFootnoteNode(note: RichText): FootnoteNode {
  return new FootnoteNode(note);
}

export function $isFootnoteNode(node: LexicalNode | null | undefined): node is FootnoteNode {
  return node instanceof FootnoteNode;
}
