import { diffArrays } from 'diff';
import type { Difference, DifferencePart } from './difference.ts';

/** Beyond this many changed words the comparison goes by paragraphs, and beyond as many of these it gives up. */
const mostChanges = 1000;
/** Unchanged stretches longer than this many words are folded, down to `context` words beside a change. */
const longestSame = 28;
const context = 10;

/** Words with their marks, single signs, line ends, blanks. Scripts that do not part words by blanks count by sign. */
const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}’']+|\n|[^\S\n]+|[^]/gu;
const paragraph = /[^\n]*\n+|[^\n]+/g;

interface Run {
  readonly same: string;
  readonly removed: string;
  readonly added: string;
}

/** The readable difference of two texts, word by word. */
export function textDifference(before: string, after: string): Difference {
  if (before === after) return { parts: folded([{ kind: 'same', text: before }]), marksOnly: false };
  const runs = runsOf(tokens(before, token), tokens(after, token)) ??
    runsOf(tokens(before, paragraph), tokens(after, paragraph)) ?? [{ same: '', removed: before, added: after }];
  return { parts: folded(parts(joined(runs))), marksOnly: false };
}

/** The readable difference of two lists, item by item; each item on a line. */
export function listDifference(before: readonly string[], after: readonly string[]): Difference {
  const lines = (list: readonly string[]): readonly string[] => list.map((item) => `${item}\n`);
  const runs = runsOf(lines(before), lines(after)) ?? [
    { same: '', removed: lines(before).join(''), added: lines(after).join('') },
  ];
  return { parts: folded(parts(runs)), marksOnly: false };
}

/** The readable difference of two short values: the one instead of the other. */
export function valueDifference(before: string, after: string): Difference {
  return { parts: parts([{ same: '', removed: before, added: after }]), marksOnly: false };
}

function tokens(text: string, pattern: RegExp): readonly string[] {
  return text.match(pattern) ?? [];
}

/** Each run: what both have, then what one had and the other has instead. Null where too much differs. */
function runsOf(before: readonly string[], after: readonly string[]): readonly Run[] | null {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [removed, added] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const middle = diffArrays([...removed], [...added], { maxEditLength: mostChanges });
  if (middle === undefined) return null;
  const runs: Run[] = [{ same: before.slice(0, start).join(''), removed: '', added: '' }];
  for (const part of middle) {
    const text = part.value.join('');
    const last = runs.at(-1);
    if (part.added || part.removed) {
      const run = last ?? { same: '', removed: '', added: '' };
      runs[runs.length - 1] = part.added
        ? { ...run, added: run.added + text }
        : { ...run, removed: run.removed + text };
    } else runs.push({ same: text, removed: '', added: '' });
  }
  return [...runs, { same: before.slice(before.length - end).join(''), removed: '', added: '' }];
}

/** Blanks alone between two changed words do not part them: "two words" gives way to "other ones" at once. */
function joined(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const isReplaced = last !== undefined && last.removed + run.removed !== '' && last.added + run.added !== '';
    const isBetween = isReplaced && last.removed + last.added !== '' && run.removed + run.added !== '';
    if (isBetween && /^[^\S\n]*$/.test(run.same)) {
      result[result.length - 1] = {
        same: last.same,
        removed: last.removed + run.same + run.removed,
        added: last.added + run.same + run.added,
      };
    } else result.push(run);
  }
  return result;
}

function parts(runs: readonly Run[]): readonly DifferencePart[] {
  const result: DifferencePart[] = [];
  for (const { same, removed, added } of runs) {
    const last = result.at(-1);
    if (same !== '' && last?.kind === 'same') result[result.length - 1] = { kind: 'same', text: last.text + same };
    else if (same !== '') result.push({ kind: 'same', text: same });
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
  }
  return result;
}

function folded(all: readonly DifferencePart[]): readonly DifferencePart[] {
  return all.flatMap((part, index) => {
    if (part.kind !== 'same') return [part];
    return fold(part.text, index === 0 ? 0 : context, index === all.length - 1 ? 0 : context);
  });
}

/** Keeps some words at either end of a long stretch. */
function fold(text: string, atStart: number, atEnd: number): readonly DifferencePart[] {
  const words = text.match(/^\s*\S+\s*|\S+\s*/g) ?? [];
  if (words.length <= longestSame) return [{ kind: 'same', text }];
  const head = words.slice(0, atStart).join('');
  const tail = words.slice(words.length - atEnd).join('');
  const same = (part: string): readonly DifferencePart[] => (part === '' ? [] : [{ kind: 'same', text: part }]);
  return [...same(head), { kind: 'folded', words: words.length - atStart - atEnd }, ...same(tail)];
}
