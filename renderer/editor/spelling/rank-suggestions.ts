/** Letters that changed places are the commonest slip; another first letter is a rare one. */
const swapped = 0.6;
const otherStart = 0.5;
const otherCase = 0.5;

/** The likeliest of what a dictionary suggests for a word, the best first. */
export function rankSuggestions(word: string, suggestions: readonly string[], most = 5): readonly string[] {
  const cost = new Map(suggestions.map((one) => [one, distance(word, one)]));
  return [...new Set(suggestions)].sort((a, b) => (cost.get(a) ?? 0) - (cost.get(b) ?? 0)).slice(0, most);
}

/** How far apart two spellings are (Damerau and Levenshtein, restricted). */
function distance(word: string, other: string): number {
  const [a, b] = [word.toLowerCase(), other.toLowerCase()];
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const kept = (rows[i - 1]?.[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(kept, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j] ?? 0) + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + swapped);
      row.push(best);
    }
    rows.push(row);
  }
  const far = rows[a.length]?.[b.length] ?? 0;
  const isCaseKept = /^\p{Lu}/u.test(word) || !/\p{Lu}/u.test(other);
  return far + (a[0] === b[0] ? 0 : otherStart) + (isCaseKept ? 0 : otherCase);
}
