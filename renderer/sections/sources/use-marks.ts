import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { Found } from './find-in-text.ts';

/** Marks what was found in a text whose paragraphs are the children of `text`, and goes to the current one. */
export function useMarks(text: RefObject<HTMLElement | null>, found: readonly Found[], current: number): void {
  useEffect(() => {
    // The highlights of CSS are absent in the small DOM of the tests.
    if (text.current === null || typeof Highlight === 'undefined') return;
    const paragraphs = text.current.children;
    const ranges = found.map((one) => rangeOf(paragraphs[one.paragraph], one)).filter((range) => range !== null);
    const now = ranges[current];
    CSS.highlights.set('source-find', new Highlight(...ranges));
    if (now !== undefined) {
      CSS.highlights.set('source-find-current', new Highlight(now));
      now.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    }
    return () => {
      CSS.highlights.delete('source-find');
      CSS.highlights.delete('source-find-current');
    };
  }, [text, found, current]);
}

function rangeOf(paragraph: Element | undefined, { start, end }: Found): Range | null {
  const words = paragraph?.firstChild;
  if (!(words instanceof Text) || end > words.length) return null;
  const range = new Range();
  range.setStart(words, start);
  range.setEnd(words, end);
  return range;
}
