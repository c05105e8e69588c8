import type { Place, Run } from '../../../../shared/anchors/index.ts';
import type { PlacedPassage } from './found-passage.ts';

const none: readonly Run<PlacedPassage>[] = [];

/** The runs that reach into a part of the text; always the same empty list where none does. */
export function runsIn(runs: readonly Run<PlacedPassage>[], { start, end }: Place): readonly Run<PlacedPassage>[] {
  const inside = runs.filter((run) => run.start < end && run.end > start);
  return inside.length === 0 ? none : inside;
}
