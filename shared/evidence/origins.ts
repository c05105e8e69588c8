/** The source that a source only repeats; null where it repeats none. */
export type RepeatsOf = (source: string) => string | null;

/**
 * Where the words of a source come from: the end of the chain of sources that repeat one another, which need not be there.
 * Of a circle it is the least id, so that all of it is one origin.
 */
export function originOf(source: string, repeatsOf: RepeatsOf): string {
  const seen: string[] = [source];
  for (let next = repeatsOf(source); next !== null; next = repeatsOf(next)) {
    const start = seen.indexOf(next);
    if (start !== -1) return seen.slice(start).reduce((least, id) => (id < least ? id : least));
    seen.push(next);
  }
  return seen.at(-1) ?? source;
}
