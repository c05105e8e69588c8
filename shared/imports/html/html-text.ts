import { defaultTreeAdapter, parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, isBlock, isHidden, itemMarkers } from './elements.ts';
import { LineWriter } from './line-writer.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** No page nests deeper; hostile ones do, to make parsing slow. */
const deepest = 1000;

/** What an HTML page says, as text. */
export interface HtmlText {
  /** One line for every block that is shown. */
  readonly text: string;
  /** The window's title; null where there is none. */
  readonly title: string | null;
  /** The text of its only first-level heading; null where there is none or several. */
  readonly heading: string | null;
}

class TooDeep extends Error {}

/** The text of an HTML page as it would be shown. Nothing of it is ever run or fetched. Null where it nests too deeply. */
export function htmlText(html: string): HtmlText | null {
  let depth = 0;
  try {
    const document = parse(html, {
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
    return new Walk().read(document);
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

/** A node to enter. */
interface Visit {
  readonly node: Node;
  /** Whether an element stands right before it, with nothing between them. */
  readonly seam: boolean;
  /** The number or bullet of a list's item. */
  readonly marker: string | undefined;
}

/** One step on the way through the tree: entering a node, or what to do when one is left. */
type Step = Visit | (() => void);

class Walk {
  readonly #out = new LineWriter();
  readonly #headings: string[] = [];
  #title: string | null = null;
  #lists = 0;
  #preformatted = 0;

  read(document: DefaultTreeAdapterTypes.Document): HtmlText {
    // A stack of our own: the tree of a hostile page can be deeper than the call stack.
    const steps: Step[] = [];
    pushChildren(document, steps);
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if (typeof step === 'function') step();
      else if (isText(step.node)) this.#text(step.node.value);
      else if ('tagName' in step.node) this.#enter(step.node, step, steps);
    }
    const [heading, ...others] = this.#headings;
    const only = heading !== undefined && others.length === 0 ? heading : null;
    return { text: this.#out.toString(), title: this.#title, heading: only };
  }

  #text(value: string): void {
    if (this.#preformatted > 0) this.#out.preformatted(value);
    else this.#out.text(value);
  }

  #enter(element: Element, { seam, marker }: Visit, steps: Step[]): void {
    const { tagName } = element;
    if (tagName === 'head') this.#title = titleOf(element);
    if (isHidden(element)) return;
    if (tagName === 'img') this.#picture(element);
    if (tagName === 'h1') this.#headings.push(textOf(element));
    if (tagName === 'ol' || tagName === 'ul') this.#lists += 1;
    if (tagName === 'pre') this.#preformatted += 1;
    const block = isBlock(element);
    if (block) this.#out.endLine();
    else if (seam) this.#out.seam();
    const start = this.#out.count;
    const lists = this.#lists;
    steps.push(() => {
      if (block) this.#out.endLine();
      if (tagName === 'pre') this.#preformatted -= 1;
      // Items of more than one line keep their number or bullet: timelines are told apart by it. Menus nest lists.
      const long = this.#out.count - start > 1 && this.#lists === lists;
      if (marker !== undefined && long) this.#out.mark(start, marker);
    });
    pushChildren(element, steps);
  }

  /** A picture's description stands on a line of its own, as it does when a page is copied as text. */
  #picture(element: Element): void {
    const alt = attribute(element, 'alt')?.trim() ?? '';
    if (!/[\p{L}\p{N}]/u.test(alt)) return;
    this.#out.endLine();
    this.#out.text(alt);
    this.#out.endLine();
  }
}

function pushChildren(parent: DefaultTreeAdapterTypes.ParentNode, steps: Step[]): void {
  const { childNodes } = parent;
  const markers = 'tagName' in parent ? itemMarkers(parent) : null;
  for (let at = childNodes.length - 1; at >= 0; at -= 1) {
    const node = childNodes[at];
    const before = childNodes[at - 1];
    if (node === undefined) continue;
    steps.push({ node, seam: before !== undefined && 'tagName' in before, marker: markers?.get(node) });
  }
}

function titleOf(head: Element): string | null {
  const title = head.childNodes.find((child): child is Element => 'tagName' in child && child.tagName === 'title');
  return title === undefined || textOf(title) === '' ? null : textOf(title);
}

function textOf(element: Element): string {
  const parts: string[] = [];
  const nodes: Node[] = [element];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (isText(node)) parts.push(node.value);
    else if ('childNodes' in node) for (const child of node.childNodes.toReversed()) nodes.push(child);
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}
