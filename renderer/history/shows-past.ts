import type { ViewName } from '../session/view-state.ts';

const timely: ReadonlySet<ViewName> = new Set(['story', 'timeline', 'brief']);

/** Whether a view can show an earlier state; the others always show the present. */
export function showsPast(view: ViewName): boolean {
  return timely.has(view);
}
