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
  const before = ordered.slice(0, Math.max(at, 0));
  const tops = new Map<string, number>();
  let free = -Infinity;
  for (const { key, top, height } of before) {
    tops.set(key, Math.max(top, free));
    free = Math.max(top, free) + height + gap;
  }
  // The chosen one has its place; what would reach into it moves up.
  let limit = at === -1 ? Infinity : (ordered[at]?.top ?? Infinity);
  for (const { key, top, height } of [...before].reverse()) {
    const place = Math.min(tops.get(key) ?? top, limit - gap - height);
    tops.set(key, place);
    limit = place;
  }
  free = -Infinity;
  for (const { key, top, height } of ordered.slice(Math.max(at, 0))) {
    tops.set(key, Math.max(top, free));
    free = Math.max(top, free) + height + gap;
  }
  return tops;
}
