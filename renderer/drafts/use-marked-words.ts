import { useEffect } from 'react';

const name = 'draft-find';

/** Marks the words one searched for in the text, once it is shown, and goes to the first. Typing takes the marks off. */
export function useMarkedWords(page: HTMLElement | null, words: string | undefined, isShown: boolean): void {
  useEffect(() => {
    // The highlights of CSS are absent in the small DOM of the tests.
    if (page === null || !isShown || words === undefined || typeof Highlight === 'undefined') return;
    const mark = (): boolean => {
      const ranges = findWords(page, words);
      if (ranges.length === 0) return false;
      CSS.highlights.set(name, new Highlight(...ranges));
      ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      return true;
    };
    const clear = (): void => void CSS.highlights.delete(name);
    // The editor is loaded, and shows its text, a moment later.
    const watcher = new MutationObserver(() => {
      if (mark()) watcher.disconnect();
    });
    if (!mark()) watcher.observe(page, { childList: true, subtree: true, characterData: true });
    page.addEventListener('beforeinput', clear);
    return () => {
      watcher.disconnect();
      page.removeEventListener('beforeinput', clear);
      clear();
    };
  }, [page, words, isShown]);
}

function findWords(page: HTMLElement, words: string): readonly Range[] {
  const wanted = words.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const text = page.querySelector('[contenteditable]');
  if (text === null || wanted.length === 0) return [];
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const match of (node.nodeValue ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
      if (!wanted.some((word) => match[0].toLowerCase().startsWith(word))) continue;
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
    }
  }
  return ranges;
}
