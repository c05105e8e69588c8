import { attribute } from '../../imports/index.ts';
import { isElement } from './tree.ts';
import type { Element, Node } from './tree.ts';

/** What stands before each item of a list: its number as shown, or a bullet. */
export function listMarkers(list: Element): ReadonlyMap<Node, string> {
  const items = list.childNodes.filter((child): child is Element => isElement(child) && child.tagName === 'li');
  if (list.tagName !== 'ol') return new Map(items.map((item) => [item, '•']));
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
  return Number.isSafeInteger(value) ? value : null;
}
