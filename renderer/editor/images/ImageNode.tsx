import { DecoratorNode } from 'lexical';
import type { LexicalNode, NodeKey, SerializedLexicalNode } from 'lexical';
import type { ReactNode } from 'react';
import type { DraftImage } from '../../../shared/story/draft-block.ts';
import { richOf } from '../../../shared/story/reading/draft-attributes.ts';
import type { RichText } from '../../../shared/story/rich-text.ts';
import { ImageBlock } from './ImageBlock.tsx';

/** As it comes from a clipboard: anything may be missing or wrong. */
type Json = Parameters<typeof DecoratorNode.importJSON>[0];

type Picture = Omit<DraftImage, 'type'>;

const none: Picture = { sha256: '', mediaType: '', width: 0, height: 0, alt: '', caption: [] };

/**
 * A picture between the paragraphs of a draft: which file of the notebook it is, what it shows and what stands below it.
 * `shared/story/reading/draft-attributes.ts` reads these properties by name.
 */
export class ImageNode extends DecoratorNode<ReactNode> {
  __sha256: string;
  __mediaType: string;
  __width: number;
  __height: number;
  __alt: string;
  __caption: RichText;

  static override getType(): string {
    return 'image';
  }

  static override clone(node: ImageNode): ImageNode {
    return new ImageNode(node.picture(), node.__key);
  }

  static override importJSON(json: Json): ImageNode {
    return new ImageNode({
      sha256: words(json['sha256']),
      mediaType: words(json['mediaType']),
      width: pixels(json['width']),
      height: pixels(json['height']),
      alt: words(json['alt']),
      caption: richOf(json['caption']),
    });
  }

  /** Everything has a default because the binding makes nodes first and gives them their properties then. */
  constructor(picture: Picture = none, key?: NodeKey) {
    super(key);
    this.__sha256 = picture.sha256;
    this.__mediaType = picture.mediaType;
    this.__width = picture.width;
    this.__height = picture.height;
    this.__alt = picture.alt;
    this.__caption = picture.caption;
  }

  override exportJSON(): SerializedLexicalNode & Picture {
    return { ...super.exportJSON(), type: 'image', version: 1, ...this.picture() };
  }

  override createDOM(): HTMLElement {
    return document.createElement('div');
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): false {
    return false;
  }

  picture(): Picture {
    const { __sha256, __mediaType, __width, __height, __alt, __caption } = this.getLatest();
    return {
      sha256: __sha256,
      mediaType: __mediaType,
      width: __width,
      height: __height,
      alt: __alt,
      caption: richOf(__caption),
    };
  }

  setAlt(alt: string): this {
    const self = this.getWritable();
    self.__alt = alt;
    return self;
  }

  setCaption(caption: RichText): this {
    const self = this.getWritable();
    self.__caption = caption;
    return self;
  }

  override decorate(): ReactNode {
    return <ImageBlock nodeKey={this.__key} picture={this.picture()} />;
  }
}

/** A picture that is a file of the notebook already. */
export function $createImageNode(picture: Picture): ImageNode {
  return new ImageNode(picture);
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode;
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function pixels(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.round(value) : 0;
}
