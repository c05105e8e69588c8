/** Enough for the dates of a large notebook; what they take together is a few megabytes. */
const maxEntries = 20_000;

/**
 * Remembers what a pure function of a text returned: sorting and drawing ask for the same dates over and over.
 * The results are shared, so they must be immutable.
 */
export function remembering<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly result: T }>();
  return (text) => {
    const entry = known.get(text);
    if (entry) return entry.result;
    const result = compute(text);
    // Forgetting everything at once is rare, and needs no order of use.
    if (known.size >= maxEntries) known.clear();
    known.set(text, { result });
    return result;
  };
}
