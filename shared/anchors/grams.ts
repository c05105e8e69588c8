/** The stretches of three characters of a text, each once. */
export function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at += 1) grams.add(text.slice(at, at + 3));
  return grams;
}

/** The share of a set's grams that another has: 0 where the set is empty. */
export function shareOf(grams: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of grams) if (others.has(gram)) shared += 1;
  return grams.size === 0 ? 0 : shared / grams.size;
}

/** How alike two texts are, 0 to 1, by the grams they share (Dice's coefficient); the order of words hardly counts. */
export function gramLikeness(one: string, other: string): number {
  if (one === other) return 1;
  const [a, b] = [gramsOf(one), gramsOf(other)];
  return a.size + b.size === 0 ? 0 : (2 * shareOf(a, b) * a.size) / (a.size + b.size);
}
