import type { DefaultTreeAdapterTypes } from 'parse5';
import { bullet } from './line-writer.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements that never show their text. */
const silent = words(
  'head script style noscript template iframe object embed svg canvas audio video map select textarea noembed noframes param source track',
);

/** Elements that stand on lines of their own. */
const blocks = words(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section summary table tbody td tfoot th thead tr ul br',
);

/** An attribute's value, or undefined. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** Whether an element and everything in it stays unseen. */
export function isHidden(element: Element): boolean {
  if (silent.has(element.tagName)) return true;
  if (element.tagName === 'dialog' && attribute(element, 'open') === undefined) return true;
  if (attribute(element, 'hidden') !== undefined) return true;
  const style = attribute(element, 'style');
  return style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

export function isBlock(element: Element): boolean {
  return blocks.has(element.tagName);
}

/** What stands before each item of a list: its number as shown, or a bullet. Null for anything but a list. */
export function itemMarkers(list: Element): ReadonlyMap<Node, string> | null {
  if (list.tagName !== 'ol' && list.tagName !== 'ul') return null;
  const items = list.childNodes.filter((child): child is Element => 'tagName' in child && child.tagName === 'li');
  if (list.tagName === 'ul') return new Map(items.map((item) => [item, bullet]));
  const step = attribute(list, 'reversed') === undefined ? 1 : -1;
  let number = integer(attribute(list, 'start')) ?? (step === 1 ? 1 : items.length);
  return new Map(
    items.map((item) => {
      const own = integer(attribute(item, 'value')) ?? number;
      number = own + step;
      return [item, `${String(own)}.`];
    }),
  );
}

function integer(text: string | undefined): number | null {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isNaN(value) ? null : value;
}
