import { DecoratorNode } from 'lexical';
import type { LexicalNode, NodeKey, SerializedLexicalNode } from 'lexical';
import type { ReactNode } from 'react';
import type { EntryRef } from '../../shared/story/ref.ts';
import { EntryReference } from './EntryReference.tsx';

/** As it comes from a clipboard: anything may be missing or wrong. */
type Json = Parameters<typeof DecoratorNode.importJSON>[0];

/**
 * A reference to an entry inside a draft's text. It names the entry and keeps what the entry was called when it was put
 * here, for the day when it is gone; what is shown is what the entry is called now. `shared/story/reading/draft-blocks.ts`
 * reads these properties by name.
 */
export class ReferenceNode extends DecoratorNode<ReactNode> {
  __kind: string;
  __id: string;
  __title: string;

  static override getType(): string {
    return 'reference';
  }

  static override clone(node: ReferenceNode): ReferenceNode {
    return new ReferenceNode(node.__kind, node.__id, node.__title, node.__key);
  }

  static override importJSON(json: Json): ReferenceNode {
    return new ReferenceNode(words(json['kind']), words(json['id']), words(json['title']));
  }

  /** Everything has a default because the binding makes nodes first and gives them their properties then. */
  constructor(kind = '', id = '', title = '', key?: NodeKey) {
    super(key);
    this.__kind = kind;
    this.__id = id;
    this.__title = title;
  }

  override exportJSON(): SerializedLexicalNode & { kind: string; id: string; title: string } {
    return {
      ...super.exportJSON(),
      type: 'reference',
      version: 1,
      kind: this.__kind,
      id: this.__id,
      title: this.__title,
    };
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

  override getTextContent(): string {
    return this.__title;
  }

  entryRef(): EntryRef {
    return { kind: this.__kind, id: this.__id };
  }

  override decorate(): ReactNode {
    return <EntryReference nodeKey={this.__key} kind={this.__kind} id={this.__id} lastTitle={this.__title} />;
  }
}

/** A reference to an entry, called `title` today. */
export function $createReferenceNode(ref: EntryRef, title: string): ReferenceNode {
  return new ReferenceNode(ref.kind, ref.id, title);
}

export function $isReferenceNode(node: LexicalNode | null | undefined): node is ReferenceNode {
  return node instanceof ReferenceNode;
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
