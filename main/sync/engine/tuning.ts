/** Times in milliseconds, sizes in bytes: how a connection to a room behaves. */
export interface Tuning {
  /** Edits are sent when there were none for so long, or the first has waited so much longer; or so long where nobody else is here. */
  readonly idle: number;
  readonly longest: number;
  readonly alone: number;
  /** What the relay has not taken from us yet; beyond it edits wait and become one. */
  readonly pending: number;
  /** The first wait before connecting again is up to this long, each further one up to twice as long, at most so long. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** A connection that lasted so long was a good one: the next wait is short again. */
  readonly stable: number;
  /** A silent relay is asked for a sign of life, and counts as lost after so much longer silence. */
  readonly ping: number;
  readonly silence: number;
  /** How long an answer to a small question may take. */
  readonly answer: number;
  /** What is asked of the relay again although it should have told. */
  readonly resync: number;
  /** A generation is ended at so many blobs, once they are at least this share of its snapshot. */
  readonly blobs: number;
  readonly share: number;
  /** A generation lasts at least so long: longer than the one before it is written to, so that its successor's snapshot has all of that. */
  readonly age: number;
  /** Those who should not end a generation first wait at least and at most so long. */
  readonly yieldLeast: number;
  readonly yieldMost: number;
  /** How often teammates are told of where one is. */
  readonly presence: number;
  /** How long what two devices know may differ before one of them was told something untrue. */
  readonly patience: number;
  /** How long closing waits for the receipt of the last edits. */
  readonly goodbye: number;
}

export const usual: Tuning = {
  idle: 400,
  longest: 1000,
  alone: 5000,
  pending: 1024 * 1024,
  firstWait: 500,
  longestWait: 30_000,
  stable: 60_000,
  ping: 10_000,
  silence: 25_000,
  answer: 20_000,
  resync: 30_000,
  blobs: 2000,
  share: 0.5,
  age: 11 * 60_000,
  yieldLeast: 10_000,
  yieldMost: 40_000,
  presence: 250,
  patience: 15_000,
  goodbye: 2000,
};
