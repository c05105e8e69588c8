/** Shorter words are everywhere: marking them says nothing. */
const shortestWord = 2;

/**
 * Marks words in a part of the page, without touching its elements. Returns the way to take the marks off.
 * @param words what was searched for; each of its words is marked wherever one begins with it
 */
export function markWords(root: Element | null, words: string): () => void {
  const wanted =
    words
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => word.length >= shortestWord) ?? [];
  // Absent in the small DOM of the tests.
  if (root === null || wanted.length === 0 || typeof Highlight === 'undefined') return () => undefined;
  const highlight = new Highlight(...textNodes(root).flatMap((node) => rangesIn(node, wanted)));
  CSS.highlights.set('story-find', highlight);
  return () => {
    if (CSS.highlights.get('story-find') === highlight) CSS.highlights.delete('story-find');
  };
}

function textNodes(root: Element): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text) nodes.push(node);
  return nodes;
}

function rangesIn(node: Text, wanted: readonly string[]): readonly Range[] {
  const ranges: Range[] = [];
  for (const match of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = match[0].toLowerCase();
    if (!wanted.some((one) => word.startsWith(one))) continue;
    const range = new Range();
    range.setStart(node, match.index);
    range.setEnd(node, match.index + match[0].length);
    ranges.push(range);
  }
  return ranges;
}
