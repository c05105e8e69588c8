/** Success carrying a value. */
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

/** Expected failure carrying a reason from a closed set. */
export interface Err<E> {
  readonly ok: false;
  readonly error: E;
}

/**
 * What may fail in an expected way. `E` is a closed set: a union of string literals, or of objects told apart by `reason`.
 * Bugs are thrown instead. Plain data, so that it survives structured cloning between processes.
 */
export type Result<T, E> = Ok<T> | Err<E>;

/** A failure whose `reason` comes from a closed set and whose `message` is a sentence for the user. */
export interface Problem<R extends string> {
  readonly reason: R;
  readonly message: string;
}

/** Wraps a value as success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps a reason as failure. */
export function err<E>(error: E): Err<E> {
  return { ok: false, error };
}
