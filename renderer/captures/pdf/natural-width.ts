/** The face of the unseen words over a page; the style sheets of those words name the same. */
const face = 'sans-serif';
/** Widths are measured at this size and grow with it. */
const measured = 100;

let context: CanvasRenderingContext2D | null | undefined;

/** How wide words are when they are set without any stretching, in the unit of the size. 0 where nothing can be measured. */
export function naturalWidth(words: string, size: number): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null) return 0;
  context.font = `${measured}px ${face}`;
  return (context.measureText(words).width * size) / measured;
}
