/** The words of a text as `normalised` gives it. */
export type Words = readonly string[];

const ordinals = new Set(
  'first second third fourth fifth sixth seventh eighth ninth tenth last next former new one two three four five'.split(
    ' ',
  ),
);

/** How alike two texts are by their words, 0 to 1 (the Dice coefficient over word counts). */
export function likeness(a: Words, b: Words): number {
  if (a.length === 0 || b.length === 0) return 0;
  return (2 * (a.length - missing(a, b).length)) / (a.length + b.length);
}

/** Whether two texts differ in a number or an ordinal on both sides: a second round of talks is not the first. */
export function countsDiffer(a: Words, b: Words): boolean {
  const counts = (words: Words): boolean => words.some((word) => ordinals.has(word) || /\p{N}/u.test(word));
  return counts(missing(a, b)) && counts(missing(b, a));
}

/** The words of `a` that `b` does not have, as often as `a` has more of them. */
function missing(a: Words, b: Words): Words {
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  return a.filter((word) => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    return count === 0;
  });
}

/** How many texts are compared with one: keeps ten thousand against ten thousand quick. */
const mostNear = 100;

/** Finds the texts that share a word, without comparing each with each. */
export class WordIndex {
  readonly #byWord = new Map<string, number[]>();

  add(place: number, words: Words): void {
    for (const word of new Set(words)) {
      const places = this.#byWord.get(word);
      if (places === undefined) this.#byWord.set(word, [place]);
      else places.push(place);
    }
  }

  /** The places that share a word with the given ones: through the rarest words first, and not many. */
  near(words: Words): ReadonlySet<number> {
    const lists = [...new Set(words)].map((word) => this.#byWord.get(word) ?? []);
    const near = new Set<number>();
    for (const places of lists.sort((a, b) => a.length - b.length)) {
      if (near.size > 0 && near.size + places.length > mostNear) break;
      for (const place of places.slice(0, mostNear)) near.add(place);
    }
    return near;
  }
}
