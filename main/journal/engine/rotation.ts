/** How many backups are kept: the latest ones, and the last one of each of the latest hours and days that have any. */
const recent = 10;
const spans = [
  { span: 60 * 60 * 1000, count: 24 },
  { span: 24 * 60 * 60 * 1000, count: 30 },
] as const;

/**
 * Which of the backups to keep, by the moments they were made (milliseconds since 1970, each once). Hours and days are those of
 * UTC. Letting go after every backup keeps the same ones as letting go once at the end.
 */
export function worthKeeping(moments: readonly number[]): ReadonlySet<number> {
  const latestFirst = [...moments].sort((a, b) => b - a);
  const keep = new Set(latestFirst.slice(0, recent));
  for (const { span, count } of spans) {
    const seen = new Set<number>();
    for (const moment of latestFirst) {
      const which = Math.floor(moment / span);
      if (seen.has(which)) continue;
      if (seen.size === count) break;
      seen.add(which);
      keep.add(moment);
    }
  }
  return keep;
}
