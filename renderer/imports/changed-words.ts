/** A part of a text, and whether the other text does not have it. */
export interface TextPart {
  readonly text: string;
  readonly changed: boolean;
}

/** Longer texts are shown without marks: comparing them word by word would take too long. */
const mostWords = 1200;

/** Both texts in parts: the words they share in order, and those that only one of them has. */
export function changedWords(before: string, after: string): readonly [readonly TextPart[], readonly TextPart[]] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length === 0 || b.length === 0 || a.length > mostWords || b.length > mostWords) {
    return [whole(before), whole(after)];
  }
  const lengths = commonLengths(a, b);
  const parts: [TextPart[], TextPart[]] = [[], []];
  let [at, other] = [0, 0];
  while (at < a.length || other < b.length) {
    const [word, counterpart] = [a[at], b[other]];
    if (word !== undefined && word === counterpart) {
      push(parts[0], word, false);
      push(parts[1], word, false);
      at += 1;
      other += 1;
    } else if (counterpart === undefined || (word !== undefined && longer(lengths, b.length, at, other))) {
      push(parts[0], word ?? '', true);
      at += 1;
    } else {
      push(parts[1], counterpart, true);
      other += 1;
    }
  }
  return parts;
}

/** Words with the blanks after them. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*/g) ?? [];
}

function whole(text: string): readonly TextPart[] {
  return text === '' ? [] : [{ text, changed: false }];
}

/** The lengths of the longest common subsequences of all ends of both, in one table of (a + 1) × (b + 1). */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      table[here] =
        a[i] === b[j] ? (table[here + width + 1] ?? 0) + 1 : Math.max(table[here + width] ?? 0, table[here + 1] ?? 0);
    }
  }
  return table;
}

/** Whether leaving out a word of the first text keeps more in common than leaving out one of the second. */
function longer(lengths: Uint16Array, size: number, at: number, other: number): boolean {
  const width = size + 1;
  return (lengths[(at + 1) * width + other] ?? 0) >= (lengths[at * width + other + 1] ?? 0);
}

function push(parts: TextPart[], text: string, changed: boolean): void {
  const last = parts.at(-1);
  if (last?.changed === changed) parts[parts.length - 1] = { text: last.text + text, changed };
  else parts.push({ text, changed });
}
