// The packages have no types of use here. Rooms that compile this file without the rest of `shared/` need to be told where ours are.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./readability.d.ts" />
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import Readability from '@mozilla/readability/Readability.js';
import { elementsIn, parsePiece } from './tree.ts';
import type { Parent } from './tree.ts';
import { wellFormedPage } from './well-formed.ts';

/** Pages with more elements than this take too long to weigh; they are read whole. */
const mostElements = 20_000;

const options = { maxElemsToParse: mostElements, charThreshold: 250, disableJSONLD: true };

/** The part of a page that is its article, without what stands around it. Null where none stands out. */
export function articleOf(page: Parent): Parent | null {
  if (isLarger(page)) return null;
  try {
    const document = new JSDOMParser().parse(wellFormedPage(page));
    const found = new Readability(document, options).parse();
    return found === null ? null : parsePiece(found.content);
  } catch {
    // It throws at pages that are too odd: nothing is lost, the page is read whole.
    return null;
  }
}

function isLarger(page: Parent): boolean {
  let left = mostElements;
  for (const _ of elementsIn(page)) {
    left -= 1;
    if (left < 0) return true;
  }
  return false;
}
