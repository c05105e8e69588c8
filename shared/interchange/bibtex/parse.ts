import { maxRecords } from '../limits.ts';
import type { RecordProblem } from '../problem.ts';
import { EntryReader, SyntaxTrouble } from './entry-reader.ts';
import type { BibtexEntry } from './entry-reader.ts';

/** So many broken entries say that it is no BibTeX; each costs reading what follows it. */
const mostBroken = 200;

/**
 * Takes a BibTeX file apart. An entry that is broken is named with its line, and reading goes on with the next `@` that begins a line.
 * @param text with line ends "\n"
 */
export function parseBibtex(text: string): {
  readonly entries: readonly BibtexEntry[];
  readonly problems: readonly RecordProblem[];
} {
  const entries: BibtexEntry[] = [];
  const problems: RecordProblem[] = [];
  const strings = new Map<string, string>();
  const lines = new Lines(text);
  let at = nextEntry(text, 0);
  while (at >= 0 && entries.length <= maxRecords) {
    try {
      const reader = new EntryReader(text, at, strings);
      const entry = reader.read();
      if (entry !== null) {
        const line = lines.at(at);
        entries.push({ ...entry, line });
        for (const message of reader.remarks) problems.push({ line, message });
      }
      at = nextEntry(text, reader.end);
    } catch (error) {
      if (!(error instanceof SyntaxTrouble)) throw error;
      problems.push({
        line: lines.at(error.at),
        message: `${error.message} The entry that begins in line ${lines.at(at)} was left out.`,
      });
      if (problems.length >= mostBroken) break;
      const next = text.slice(at + 1).search(/\n[ \t]*@/);
      at = next < 0 ? -1 : nextEntry(text, at + 1 + next);
    }
  }
  return { entries, problems };
}

/** Where the next entry begins; -1 where there is none. What stands between entries is a comment. */
function nextEntry(text: string, from: number): number {
  return text.indexOf('@', from);
}

/** Lines of places in a text that are asked for in no particular order. */
class Lines {
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  /** The 1-based line of a place. */
  at(place: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}
