import * as v from 'valibot';

/** One thing the page may ask of the main process. */
export interface Method<A extends v.GenericSchema, R extends v.GenericSchema> {
  /** What it does, in one sentence. */
  readonly says: string;
  readonly args: A;
  readonly result: R;
}

/** Declares a method. */
export function method<A extends v.GenericSchema, R extends v.GenericSchema>(
  says: string,
  args: A,
  result: R,
): Method<A, R> {
  return { says, args, result };
}

/** The schema of a method that takes or gives nothing. */
export const nothing = v.undefined();

/** The schema of a Result: a value, or a reason from a closed set with a sentence for the user. */
export function resultOf<T extends v.GenericSchema, const R extends readonly string[]>(value: T, reasons: R) {
  return v.variant('ok', [
    v.object({ ok: v.literal(true), value }),
    v.object({ ok: v.literal(false), error: v.object({ reason: v.picklist(reasons), message: v.string() }) }),
  ]);
}
