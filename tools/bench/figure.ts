/** One figure of the bench, as `--json` prints it. `value`, `min` and `max` are ratios unless `unit` says otherwise. */
export interface Figure {
  readonly name: string;
  /** `exact` figures count bytes, rows or right answers and gate CI; `timed` ones are alarms at 1.25 times their goal. */
  readonly kind: 'timed' | 'exact';
  readonly value: number;
  readonly goal: number;
  readonly better: 'lower' | 'higher';
  readonly unit: string;
  /** The named peer or floor. */
  readonly against: string;
  readonly runs: number;
  readonly min: number;
  readonly max: number;
}

/** The middle value; of an even number, the mean of the two in the middle. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

/** The value that 95 in 100 do not exceed. */
export function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN;
}

/**
 * The ratio of medians of alternating pairs, with the spread of the pairs' own ratios.
 * @param pairs [ours, theirs] of each run; at least five
 */
export function ratio(
  about: Omit<Figure, 'value' | 'runs' | 'min' | 'max' | 'kind' | 'unit'>,
  pairs: readonly (readonly [number, number])[],
): Figure {
  const each = pairs.map(([ours, theirs]) => ours / theirs);
  return {
    ...about,
    kind: 'timed',
    unit: 'ratio',
    value: median(pairs.map(([ours]) => ours)) / median(pairs.map(([, theirs]) => theirs)),
    runs: pairs.length,
    min: Math.min(...each),
    max: Math.max(...each),
  };
}

/** A figure that does not depend on the machine. */
export function exact(about: Omit<Figure, 'runs' | 'min' | 'max' | 'kind'>): Figure {
  return { ...about, kind: 'exact', runs: 1, min: about.value, max: about.value };
}

/** How a figure stands: met, missed within the alarm, or beyond it. */
export function verdict(figure: Figure): 'met' | 'missed' | 'alarm' {
  const { value, goal, better } = figure;
  if (better === 'lower' ? value <= goal : value >= goal) return 'met';
  const alarm = better === 'lower' ? value > goal * 1.25 : value < goal / 1.25;
  return alarm ? 'alarm' : 'missed';
}
