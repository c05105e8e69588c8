import { DecoratorNode } from 'lexical';
import type { DOMExportOutput, LexicalEditor, LexicalNode, NodeKey, SerializedLexicalNode } from 'lexical';
import type { ReactNode } from 'react';
import type { DraftCite } from '../../../shared/story/draft-block.ts';
import { readCites } from '../../../shared/story/reading/draft-attributes.ts';
import { CitationMark } from './CitationMark.tsx';
import { markWords } from './shown-marks.ts';

/** As it comes from a clipboard: anything may be missing or wrong. */
type Json = Parameters<typeof DecoratorNode.importJSON>[0];

/**
 * A citation inside a draft's text: what it names, in order. What it prints (a number, author and date) depends on the style
 * and on the citations before it, and is never stored. `shared/story/reading/draft-blocks.ts` reads its property by name.
 */
export class CitationNode extends DecoratorNode<ReactNode> {
  __cites: readonly DraftCite[];

  static override getType(): string {
    return 'citation';
  }

  static override clone(node: CitationNode): CitationNode {
    return new CitationNode(node.__cites, node.__key);
  }

  static override importJSON(json: Json): CitationNode {
    return new CitationNode(readCites(json['cites']));
  }

  /** Everything has a default because the binding makes nodes first and gives them their properties then. */
  constructor(cites: readonly DraftCite[] = [], key?: NodeKey) {
    super(key);
    this.__cites = cites;
  }

  override exportJSON(): SerializedLexicalNode & { cites: readonly DraftCite[] } {
    return { ...super.exportJSON(), type: 'citation', version: 1, cites: this.__cites };
  }

  override createDOM(): HTMLElement {
    return document.createElement('span');
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): true {
    return true;
  }

  /** For other programs, what it prints. */
  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const element = document.createElement('span');
    element.textContent = markWords(editor, this.__key);
    return { element };
  }

  /** What is stored may be anything. */
  cites(): readonly DraftCite[] {
    return readCites(this.getLatest().__cites);
  }

  setCites(cites: readonly DraftCite[]): this {
    const self = this.getWritable();
    self.__cites = cites;
    return self;
  }

  override decorate(): ReactNode {
    return <CitationMark nodeKey={this.__key} cites={this.cites()} />;
  }
}

/** A citation of these, in this order. */
export function $createCitationNode(cites: readonly DraftCite[]): CitationNode {
  return new CitationNode(cites);
}

export function $isCitationNode(node: LexicalNode | null | undefined): node is CitationNode {
  return node instanceof CitationNode;
}
