import type { CSSProperties } from 'react';
import type { Colour } from './found-passage.ts';

/** More lines than this cannot be told apart. */
const mostLines = 4;

/**
 * How words look that belong to these passages: on the first one's ground, with a line under them for each, so that overlapping
 * highlights are seen one by one and the words stay legible.
 */
export function markLooks(colours: readonly Colour[]): CSSProperties {
  const lines = colours.slice(0, mostLines);
  const images = lines.map((colour) => `linear-gradient(var(--mark-${colour}-line), var(--mark-${colour}-line))`);
  const positions = lines.map((_colour, index) => `0 calc(100% - ${(lines.length - 1 - index) * 3}px)`);
  return {
    backgroundColor: `var(--mark-${colours[0] ?? 'yellow'})`,
    backgroundImage: images.join(', '),
    backgroundPosition: positions.join(', '),
    paddingBlockEnd: `${(lines.length - 1) * 3 + 1}px`,
  };
}
