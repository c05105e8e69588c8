import type { TimelineItem } from '../item.ts';

/** The stretch of time in view, in UTC milliseconds. */
export interface Domain {
  readonly start: number;
  readonly end: number;
}

const day = 86_400_000;
/** Never closer than a quarter of a day, never wider than ten thousand years. */
const shortest = day / 4;
const longest = 10_000 * 366 * day;

/** Everything dated, and today, with some air at both ends; a month around today where nothing is dated. */
export function fitDomain(items: readonly TimelineItem[], today: number): Domain {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const { bounds } of items) {
    if (bounds === null) continue;
    start = Math.min(start, bounds.start ?? bounds.end ?? start);
    end = Math.max(end, bounds.end ?? bounds.start ?? end);
  }
  if (!(start <= end)) return { start: today - 15 * day, end: today + 15 * day };
  // Today belongs in the picture of a running story, not in that of a long finished one.
  const reach = Math.max(30 * day, (end - start) / 2);
  if (today > end && today - end < reach) end = today;
  if (today < start && start - today < reach) start = today;
  const air = end > start ? Math.max((end - start) * 0.06, day / 2) : 15 * day;
  return clamped(start - air, end + air);
}

/** Zooms by `factor` (below 1: closer) and keeps the moment at `share` (0 left, 1 right) where it is. */
export function zoomed(domain: Domain, factor: number, share = 0.5): Domain {
  const at = domain.start + (domain.end - domain.start) * share;
  const length = Math.min(longest, Math.max(shortest, (domain.end - domain.start) * factor));
  return clamped(at - length * share, at + length * (1 - share));
}

/** Moves by a share of what is in view: 0.5 is half a window later. */
export function panned(domain: Domain, share: number): Domain {
  const by = (domain.end - domain.start) * share;
  return clamped(domain.start + by, domain.end + by);
}

/** Moves as little as needed to have a moment in view, away from the edges. */
export function showing(domain: Domain, start: number, end: number): Domain {
  const length = domain.end - domain.start;
  const inner = length * 0.1;
  if (start >= domain.start + inner && end <= domain.end - inner) return domain;
  const middle = (start + end) / 2;
  return clamped(middle - length / 2, middle + length / 2);
}

function clamped(start: number, end: number): Domain {
  // The range of Date, past which scales would give NaN.
  const limit = 8_640_000_000_000_000;
  const from = Math.max(-limit, Math.min(limit - shortest, start));
  return { start: from, end: Math.max(from + shortest, Math.min(limit, end)) };
}
