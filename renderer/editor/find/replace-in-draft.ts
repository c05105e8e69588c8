import { $getNodeByKey, $isTextNode } from 'lexical';
import { $findAll } from './find-in-draft.ts';
import type { FoundPlace } from './find-in-draft.ts';

/** Replaces the place of that number, or all of them; says how many. What is found is looked up anew: others may have written. */
export function $replace(pattern: RegExp, words: string, which: number | 'all'): number {
  const found = $findAll(pattern);
  const places = which === 'all' ? found : found.slice(which, which + 1);
  // From the end: what comes before keeps its offsets.
  for (const place of places.toReversed()) $replacePlace(place, words);
  return places.length;
}

/** The words take the marks of the first letter that they replace. */
function $replacePlace(place: FoundPlace, words: string): void {
  place.forEach(({ key, from, to }, index) => {
    const node = $getNodeByKey(key);
    if (!$isTextNode(node)) return;
    node.spliceText(from, to - from, index === 0 ? words : '');
    if (node.getTextContent() === '') node.remove();
  });
}
