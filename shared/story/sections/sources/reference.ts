import * as v from 'valibot';

const text = v.string();

/** An author's name, taken apart where a file of references did so; `particle` is the "van" of "van Beethoven". */
export const nameSchema = v.union([
  v.object({ literal: text }),
  v.object({ family: text, given: text, particle: v.exactOptional(text), suffix: v.exactOptional(text) }),
]);

export type Name = Readonly<v.InferOutput<typeof nameSchema>>;

/**
 * What a file of references said of a source besides its fields, for giving it back: its type and other variables of CSL-JSON 1.0.2 by
 * their names, names taken apart, and, under the format they came in, tags and fields that no variable stands for. shared/interchange reads
 * and writes it.
 */
export const referenceSchema = v.object({
  /** '' where it is the usual one. */
  type: text,
  /** Empty where all of them are as one would take them apart anyway. */
  names: v.pipe(v.array(nameSchema), v.readonly()),
  variables: v.record(text, v.unknown()),
  custom: v.record(text, v.unknown()),
});

export type StoredReference = v.InferOutput<typeof referenceSchema>;
