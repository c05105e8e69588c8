import { defaultTreeAdapter, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, isBlock, isHidden } from '../html/elements.ts';
import { LineWriter } from '../html/line-writer.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** No page nests deeper; hostile ones do, to make parsing slow. */
const deepest = 1000;

class TooDeep extends Error {}

/** A piece of HTML as a tree. Nothing of it is ever run or fetched. Null where it nests too deeply. */
export function htmlTree(html: string): DefaultTreeAdapterTypes.DocumentFragment | null {
  let depth = 0;
  try {
    return parseFragment(html, {
      treeAdapter: {
        ...defaultTreeAdapter,
        onItemPush: () => {
          depth += 1;
          if (depth > deepest) throw new TooDeep();
        },
        onItemPop: () => {
          depth -= 1;
        },
      },
    });
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

/** A text that may be HTML, as it would be shown: a line for each block, and behind a link's words where it leads. */
export function wordsOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  const tree = htmlTree(html);
  return tree === null ? html.trim() : wordsOf(tree, true);
}

/**
 * The words below a node, a line for each block.
 * @param withAddresses whether where links lead stands behind their words
 */
export function wordsOf(root: Node, withAddresses: boolean): string {
  const out = new LineWriter();
  // A stack of our own: the tree of a hostile text can be deeper than the call stack.
  const steps: (Node | (() => void))[] = [root];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (typeof step === 'function') step();
    else if (isText(step)) out.text(step.value);
    else if ('childNodes' in step) enter(step);
  }
  return out.toString();

  function enter(node: DefaultTreeAdapterTypes.ParentNode): void {
    if (isElement(node)) {
      if (isHidden(node)) return;
      if (isBlock(node)) {
        out.endLine();
        steps.push(() => out.endLine());
      }
      const address = withAddresses ? addressOf(node) : null;
      if (address !== null && !textOf(node).includes(address)) steps.push(() => out.text(` (${address})`));
    }
    for (const child of node.childNodes.toReversed()) steps.push(child);
  }
}

/** Where a link leads; null for anything but a link into the web. */
export function addressOf(element: Element): string | null {
  const address = element.tagName === 'a' ? (attribute(element, 'href')?.trim() ?? '') : '';
  return /^https?:\/\/\S+$/i.test(address) ? address : null;
}

/** The elements below a node, in order; what `enters` refuses is not looked into. */
export function* elementsIn(root: Node, enters: (element: Element) => boolean = () => true): Generator<Element> {
  const nodes: Node[] = 'childNodes' in root ? [...root.childNodes].reverse() : [];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (!isElement(node)) continue;
    yield node;
    if (enters(node)) for (const child of node.childNodes.toReversed()) nodes.push(child);
  }
}

function textOf(element: Element): string {
  const parts: string[] = [];
  const nodes: Node[] = [element];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (isText(node)) parts.push(node.value);
    else if ('childNodes' in node) for (const child of node.childNodes.toReversed()) nodes.push(child);
  }
  return parts.join('');
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}
