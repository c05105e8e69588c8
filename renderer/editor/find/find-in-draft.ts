import { $getRoot, $isElementNode, $isLineBreakNode, $isTextNode } from 'lexical';
import type { ElementNode, NodeKey, TextNode } from 'lexical';

/** What is looked for. */
export interface Wanted {
  readonly words: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

/** A part of one text node, by offsets in UTF-16 units. */
export interface FoundPart {
  readonly key: NodeKey;
  readonly from: number;
  readonly to: number;
}

/** One place: of one text, or of several where the marks change within it. */
export type FoundPlace = readonly FoundPart[];

/** Typed on a keyboard, these mean what a text may have in their stead. */
const alike: Readonly<Record<string, string>> = {
  ' ': '[\\s\\u00a0]',
  "'": "['’‘]",
  '"': '["“”„]',
  '-': '[-‐‑]',
};

/** What finds the words; null where there are none. Straight quotes find curly ones. */
export function patternOf({ words, matchCase, wholeWord }: Wanted): RegExp | null {
  if (words === '') return null;
  const source = [...words.normalize()]
    .map((sign) => alike[sign] ?? sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'))
    .join('');
  const whole = wholeWord ? `(?<![\\p{L}\\p{N}_])${source}(?![\\p{L}\\p{N}_])` : source;
  return new RegExp(whole, matchCase ? 'gu' : 'giu');
}

/** All places of a pattern in the draft, in reading order. Words are not found across lines, cells, references or notes. */
export function $findAll(pattern: RegExp): readonly FoundPlace[] {
  const found: FoundPlace[] = [];
  $lines($getRoot(), (line) => found.push(...placesIn(line, pattern)));
  return found;
}

/** What stands where no words are: something else than text. */
const other = '\ufffc';
type Line = (TextNode | null)[];

/** Tells of each line of text under an element; null is something in it that is no text. */
function $lines(element: ElementNode, tell: (line: Line) => void): void {
  let line: Line = [];
  const end = (): void => {
    if (line.length > 0) tell(line);
    line = [];
  };
  const walk = (at: ElementNode): void => {
    for (let child = at.getFirstChild(); child !== null; child = child.getNextSibling()) {
      if ($isTextNode(child)) line.push(child);
      else if ($isLineBreakNode(child)) end();
      else if (!$isElementNode(child)) line.push(null);
      else if (child.isInline()) walk(child);
      else {
        end();
        $lines(child, tell);
      }
    }
  };
  walk(element);
  end();
}

function placesIn(line: Line, pattern: RegExp): readonly FoundPlace[] {
  const text = line.map((node) => node?.getTextContent() ?? other).join('');
  const found: FoundPlace[] = [];
  for (const match of text.matchAll(pattern)) {
    const place = match[0] === '' ? [] : partsOf(line, match.index, match.index + match[0].length);
    if (place.length > 0) found.push(place);
  }
  return found;
}

function partsOf(line: Line, from: number, to: number): FoundPlace {
  const parts: FoundPart[] = [];
  let start = 0;
  for (const node of line) {
    const length = node?.getTextContentSize() ?? other.length;
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, length)];
    if (node !== null && first < last) parts.push({ key: node.getKey(), from: first, to: last });
    start += length;
  }
  return parts;
}
