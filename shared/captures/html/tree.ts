import { defaultTreeAdapter, parse, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes, ParserOptions } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type Parent = DefaultTreeAdapterTypes.ParentNode;
type TreeMap = DefaultTreeAdapterTypes.DefaultTreeAdapterMap;

/** No page nests deeper or has more elements and comments; hostile ones do, to take time and memory. */
const deepest = 1000;
const most = 1_000_000;

class TooMuch extends Error {}

/** A page as a tree, built by the rules that browsers follow. Null where it nests too deeply or has too many parts. */
export function parsePage(html: string): DefaultTreeAdapterTypes.Document | null {
  return unlessTooMuch((options) => parse(html, options));
}

/** A piece of a page as a tree. Null where it nests too deeply or has too many parts. */
export function parsePiece(html: string): DefaultTreeAdapterTypes.DocumentFragment | null {
  return unlessTooMuch((options) => parseFragment(html, options));
}

function unlessTooMuch<T>(run: (options: ParserOptions<TreeMap>) => T): T | null {
  let depth = 0;
  let count = 0;
  const counted = (): void => {
    count += 1;
    if (count > most) throw new TooMuch();
  };
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (...args) => {
      counted();
      return defaultTreeAdapter.createElement(...args);
    },
    createCommentNode: (data) => {
      counted();
      return defaultTreeAdapter.createCommentNode(data);
    },
    onItemPush: () => {
      depth += 1;
      if (depth > deepest) throw new TooMuch();
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
  try {
    return run({ treeAdapter });
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}

export function isElement(node: Node | Parent): node is Element {
  return 'tagName' in node;
}

export function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

/** All elements below a node, in the order of the page. */
export function* elementsIn(root: Parent): Generator<Element> {
  const left: Node[] = root.childNodes.toReversed();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (const child of node.childNodes.toReversed()) left.push(child);
  }
}

/** The text in an element, with single spaces. */
export function textIn(root: Parent): string {
  const parts: string[] = [];
  const left: Node[] = root.childNodes.toReversed();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (isText(node)) parts.push(node.value);
    else if ('childNodes' in node) for (const child of node.childNodes.toReversed()) left.push(child);
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}
