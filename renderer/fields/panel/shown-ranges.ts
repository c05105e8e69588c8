/** A run of entries that is shown, by index: from the first up to but without the last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** How many entries around a chosen one are shown with it, on each side. */
const around = 3;

/**
 * What of a long list is on the page: its beginning, and where something further down is chosen, that with its
 * neighbours. Ranges are in order and do not touch.
 * @param limit how many of the beginning are shown
 * @param chosen index of the chosen entry, negative for none
 */
export function shownRanges(total: number, limit: number, chosen: number): readonly Range[] {
  // A handful more is shorter than the words that they are left out.
  const first = total <= limit + around ? total : limit;
  if (chosen < first) return [{ from: 0, to: first }];
  const from = Math.max(0, chosen - around);
  const to = Math.min(total, chosen + around + 1);
  return from <= first
    ? [{ from: 0, to }]
    : [
        { from: 0, to: first },
        { from, to },
      ];
}
