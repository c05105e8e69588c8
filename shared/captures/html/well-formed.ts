import { isHidden } from '../../imports/index.ts';
import { isElement, isText } from './tree.ts';
import type { Element, Node, Parent } from './tree.ts';

/** What tells an article's parts from the page around them, and what its text needs afterwards. */
const telling = new Set(
  'class id rel role itemprop itemtype itemscope property href start value reversed colspan lang dir aria-hidden'.split(
    ' ',
  ),
);

/** Where a heading's own level is remembered. A page cannot set it: it is none of the attributes that are kept. */
export const levelAttribute = 'data-level';

const empty = new Set('area base br col hr img input link meta source track wbr'.split(' '));

/** Left out: they say nothing, and cost time. */
const dropped = new Set(
  'script style noscript template iframe object embed svg math canvas audio video link base'.split(' '),
);

/** A page as well-formed markup without anything hidden, scripts or styles. */
export function wellFormedPage(root: Parent): string {
  const out: string[] = [];
  for (const child of root.childNodes) put(child, out);
  return out.join('');
}

function put(node: Node, out: string[]): void {
  if (isText(node)) out.push(escaped(node.value));
  else if (isElement(node) && isKept(node)) {
    const name = /^[a-z][a-z0-9]*$/.test(node.tagName) ? node.tagName : 'span';
    out.push('<', name);
    // Readability makes every first-level heading one of the second.
    if (name === 'h1') out.push(` ${levelAttribute}="1"`);
    for (const { name: key, value } of node.attrs) if (telling.has(key)) out.push(` ${key}="${escaped(value)}"`);
    if (empty.has(name)) {
      out.push('/>');
      return;
    }
    out.push('>');
    for (const child of node.childNodes) put(child, out);
    out.push('</', name, '>');
  }
}

function isKept(element: Element): boolean {
  return element.tagName === 'head' || (!dropped.has(element.tagName) && !isHidden(element));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
