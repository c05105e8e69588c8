/** The blocks of a text that are in view, or within a screen of it: what one looks at, and what one scrolls to next. */
export function visibleBlocks(root: HTMLElement): readonly HTMLElement[] {
  const screen = window.innerHeight;
  const blocks = [...root.children].filter((one) => one instanceof HTMLElement);
  const first = firstWhere(blocks, (block) => block.getBoundingClientRect().bottom > -screen);
  const last = firstWhere(blocks, (block) => block.getBoundingClientRect().top > 2 * screen);
  return blocks.slice(first, last);
}

/** The index of the first block of which something holds that holds of all behind it; their number where it holds of none. */
function firstWhere(blocks: readonly HTMLElement[], holds: (block: HTMLElement) => boolean): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block !== undefined && holds(block)) high = middle;
    else low = middle + 1;
  }
  return low;
}
