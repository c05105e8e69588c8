import { describePassage, findPassage, PreparedText } from '../index.ts';
import type { FoundPassage, PassageAnchor, Place } from '../index.ts';
import { foldText } from '../fold.ts';
import { changed } from './any-change.suite.ts';
import type { Change } from './any-change.suite.ts';
import { passageOf } from './any-text.suite.ts';
import type { Choice } from './any-text.suite.ts';
import { TrackedText } from './tracked-text.suite.ts';

/** What became of the passages of many changed texts. */
export class Tally {
  texts = 0;
  /** `exact` or `moved`, and not the passage. */
  wrong = 0;
  /** The passage is destroyed or reads otherwise now, and another place reads in every stored character as it did: nobody could tell. */
  sameReading = 0;
  /** Passages whose words are still there, in one piece. */
  intact = 0;
  /** … found without a question. */
  found = 0;
  /** … asked about, the passage among the candidates. */
  asked = 0;
  /** … lost, or asked about other places only. */
  lost = 0;

  /** The share of intact passages found without a question, and that of those found or asked about. */
  get recall(): { readonly silent: number; readonly any: number } {
    return { silent: this.found / this.intact, any: (this.found + this.asked) / this.intact };
  }
}

/** A mistake to show: the text, what was looked for in it, what was found. */
export interface Mistake {
  readonly before: string;
  readonly after: string;
  readonly passage: string;
  readonly found: FoundPassage;
}

/**
 * Chooses a passage, changes the text, and finds the passage again, with the anchor alone or with the earlier text too. Of what is found
 * without a question half at least has to be the passage's own characters. Only where the passage itself is destroyed (less than two
 * thirds of it are left, or of a few words any character is missing, or they are scattered) may it be a copy or a remnant.
 */
export function tryChanges(
  text: string,
  choice: Choice,
  changes: readonly Change[],
  withEarlier: boolean,
  tally: Tally,
): Mistake | null {
  const passage = passageOf(text, choice);
  if (passage === null) return null;
  const earlier = new PreparedText(text);
  const anchor = describePassage(earlier, passage.start, passage.end);
  const after = changes.reduce((now, change) => changed(now, passage, change), TrackedText.of(text));
  const found = findPassage(after.text, anchor, withEarlier ? { earlier } : {});
  tally.texts += 1;
  const wrong = (found.state === 'exact' || found.state === 'moved') && !isPassage(after, passage, found);
  const readsTheSame = wrong && !isStill(after, passage, anchor) && readsAs(after.text, anchor, found);
  count(tally, after, passage, anchor.quote.exact, found);
  if (!wrong) return null;
  if (readsTheSame) {
    tally.sameReading += 1;
    return null;
  }
  tally.wrong += 1;
  return { before: text, after: after.text, passage: anchor.quote.exact, found };
}

function isPassage(text: TrackedText, passage: Place, place: Place): boolean {
  const { own, copied } = text.unitsFrom(passage, place);
  return isDestroyed(text, passage) ? own + copied > 0 : own * 2 >= place.end - place.start;
}

function isDestroyed(text: TrackedText, passage: Place): boolean {
  const length = passage.end - passage.start;
  const span = text.spanOf(passage);
  const { own } = text.unitsFrom(passage);
  return span === null || own * 3 < length * 2 || (length < 32 && own < length) || span.end - span.start > length * 1.5;
}

/** Whether the passage is there, and reads in every stored character as it did. Of equal paragraphs that changed places, it does not. */
function isStill(text: TrackedText, passage: Place, anchor: PassageAnchor): boolean {
  const span = text.spanOf(passage);
  return span !== null && !isDestroyed(text, passage) && readsAs(text.text, anchor, span);
}

function readsAs(text: string, { quote }: PassageAnchor, { start, end }: Place): boolean {
  const fold = (words: string) => foldText(words).trim();
  return (
    fold(text.slice(0, start)).endsWith(fold(quote.prefix)) && fold(text.slice(end)).startsWith(fold(quote.suffix))
  );
}

function count(tally: Tally, text: TrackedText, passage: Place, exact: string, found: FoundPassage): void {
  const span = text.spanOf(passage);
  if (span === null || foldText(text.slice(span.start, span.end)).trim() !== foldText(exact).trim()) return;
  tally.intact += 1;
  if (found.state === 'exact' || found.state === 'moved') tally.found += 1;
  else if (found.state === 'doubtful' && found.candidates.some((place) => isPassage(text, passage, place)))
    tally.asked += 1;
  else tally.lost += 1;
}
