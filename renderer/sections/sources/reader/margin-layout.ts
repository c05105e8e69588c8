/** Something that stands beside the text: where it would like to begin, and how tall it is; CSS pixels. */
export interface Beside {
  readonly key: string;
  readonly top: number;
  readonly height: number;
}

/** Between two neighbours. */
const gap = 10;

/**
 * Puts notes beside what they belong to, without covering one another: in order, each as near to its place as those before it let it.
 * With `fixed`, that one stands at its very place, and those before it move up.
 */
export function besideTheText(items: readonly Beside[], fixed: string | null): ReadonlyMap<string, number> {
  const ordered = [...items].sort((a, b) => a.top - b.top);
  const at = ordered.findIndex(({ key }) => key === fixed);
  const tops = new Map<string, number>();
  let free = 0;
  for (const { key, top, height } of at === -1 ? ordered : ordered.slice(at)) {
    const place = Math.max(top, free);
    tops.set(key, place);
    free = place + height + gap;
  }
  let limit = at === -1 ? Infinity : (ordered[at]?.top ?? Infinity);
  for (const { key, top, height } of ordered.slice(0, Math.max(at, 0)).reverse()) {
    const place = Math.min(top, limit - gap - height);
    tops.set(key, place);
    limit = place;
  }
  return tops;
}
