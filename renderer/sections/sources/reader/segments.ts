import type { Place, Run } from '../../../../shared/anchors/index.ts';
import type { ReadingMark } from '../../../../shared/captures/index.ts';

/** A stretch of a block that looks the same throughout. */
export interface Segment extends Place {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly code: boolean;
  /** The address a link leads to, as the source has it. */
  readonly link: string | null;
}

/** What is painted in one piece: the segments of a run of passages, or of the words between two runs. */
export interface Painted<T> extends Place {
  readonly passages: readonly T[];
  readonly segments: readonly Segment[];
}

/** Marks in order of their beginning, to take those of one block out of. */
export class MarkIndex {
  readonly #marks: readonly ReadingMark[];

  constructor(marks: readonly ReadingMark[]) {
    this.#marks = [...marks].sort((a, b) => a.start - b.start);
  }

  /** The marks that begin within a stretch: no mark reaches beyond its block. */
  within({ start, end }: Place): readonly ReadingMark[] {
    return this.#marks.slice(firstFrom(this.#marks, start), firstFrom(this.#marks, end));
  }
}

/** The index of the first of these, in order, that begins at or behind a place. */
export function firstFrom(ordered: readonly Place[], at: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.start ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cuts a block where its look changes: nothing is left out, nothing is said twice. Runs are in order and do not overlap. */
export function paintedParts<T>(
  { start, end }: Place,
  marks: readonly ReadingMark[],
  runs: readonly Run<T>[],
): readonly Painted<T>[] {
  const inside = runs.filter((run) => run.start < end && run.end > start);
  const parts: Painted<T>[] = [];
  const add = (from: number, to: number, passages: readonly T[]): void => {
    if (from < to)
      parts.push({ start: from, end: to, passages, segments: segmentsOf({ start: from, end: to }, marks) });
  };
  let at = start;
  for (const run of inside) {
    const [from, to] = [Math.max(run.start, start), Math.min(run.end, end)];
    add(at, from, []);
    add(from, to, run.passages);
    at = to;
  }
  add(at, end, []);
  return parts;
}

function segmentsOf({ start, end }: Place, marks: readonly ReadingMark[]): readonly Segment[] {
  const touching = marks.filter((mark) => mark.start < end && mark.end > start);
  const edges = touching.flatMap((mark) => [mark.start, mark.end]).filter((edge) => edge > start && edge < end);
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index): Segment => {
    const to = cuts[index + 1] ?? end;
    const here = touching.filter((mark) => mark.start <= from && mark.end >= to);
    const link = here.find((mark) => mark.kind === 'link');
    return {
      start: from,
      end: to,
      strong: here.some(({ kind }) => kind === 'strong'),
      emphasis: here.some(({ kind }) => kind === 'emphasis'),
      code: here.some(({ kind }) => kind === 'code'),
      link: link?.kind === 'link' ? link.address : null,
    };
  });
}
