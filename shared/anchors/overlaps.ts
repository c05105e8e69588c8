import type { Place } from './anchor.ts';

/** A stretch of a text that belongs to the same passages throughout, at least one. */
export interface Run<T> extends Place {
  readonly passages: readonly T[];
}

/**
 * Splits passages that may overlap into runs that do not, so that each can be painted with all its colours. Costs as much as there
 * are passages and runs, times the passages that overlap in one place.
 */
export function overlaps<T extends Place>(passages: readonly T[]): Run<T>[] {
  const real = passages
    .map((passage, index) => ({ passage, index }))
    .filter(({ passage }) => passage.start < passage.end);
  const opening = [...real].sort((a, b) => a.passage.start - b.passage.start);
  const edges = [...new Set(real.flatMap(({ passage }) => [passage.start, passage.end]))].sort((a, b) => a - b);
  const runs: Run<T>[] = [];
  let open: typeof real = [];
  let next = 0;
  for (const [index, start] of edges.entries()) {
    open = open.filter(({ passage }) => passage.end > start);
    for (let one = opening[next]; one?.passage.start === start; one = opening[next]) {
      open.push(one);
      next += 1;
    }
    const end = edges[index + 1];
    if (end === undefined || open.length === 0) continue;
    open.sort((a, b) => a.index - b.index);
    runs.push({ start, end, passages: open.map(({ passage }) => passage) });
  }
  return runs;
}
