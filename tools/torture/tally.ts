/** What is killed. */
export type Victim = 'app' | 'window' | 'journal';

/** What a run found. Tokens are the words and names that were typed, each of them once. */
export interface Tally {
  readonly kills: Record<Victim, number>;
  /** Typed in all. */
  typed: number;
  /** Of these, how many the app had confirmed with “Saved” when something was killed. */
  confirmed: number;
  /** Confirmed and not there after the restart: must stay empty. */
  readonly lost: string[];
  /** Typed but not confirmed, and not there afterwards: allowed, and counted. */
  unconfirmedLost: number;
  /** Anything else that should not have happened. */
  readonly problems: string[];
}

export function newTally(): Tally {
  return {
    kills: { app: 0, window: 0, journal: 0 },
    typed: 0,
    confirmed: 0,
    lost: [],
    unconfirmedLost: 0,
    problems: [],
  };
}

/** All kills together. */
export function killsOf({ kills }: Tally): number {
  return kills.app + kills.window + kills.journal;
}

/** The figures in words, one line each. */
export function report(tally: Tally, seconds: number, seed: number): string {
  const { app, window, journal } = tally.kills;
  return [
    `${killsOf(tally)} kills in ${Math.round(seconds)} s, seed ${seed}: the app ${app}, its window ${window}, the journal’s process ${journal}`,
    `${tally.typed} edits, ${tally.confirmed} of them confirmed with “Saved” before a kill`,
    `confirmed edits lost: ${tally.lost.length}${tally.lost.length === 0 ? '' : ` (${tally.lost.join(', ')})`}`,
    `unconfirmed edits lost: ${tally.unconfirmedLost}`,
    ...tally.problems.map((problem) => `problem: ${problem}`),
  ].join('\n');
}
