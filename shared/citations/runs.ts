import { isSafeLink } from '../story/rich-text.ts';
import type { RichSpan, RichText } from '../story/rich-text.ts';

/** Nothing; what is put together of nothing is nothing. */
export const none: RichText = [];

/** Words as they are. */
export function plain(words: string): RichText {
  return words === '' ? none : [{ text: words }];
}

/** Words in italics. */
export function italic(words: string): RichText {
  return words === '' ? none : [{ text: words, italic: true }];
}

/** Words that lead to an address; words alone where it is not safe to follow. */
export function linked(words: string, address: string): RichText {
  return words === '' || !isSafeLink(address) ? plain(words) : [{ text: words, link: address }];
}

/** Words in quotation marks; those inside become single (CMOS 17, 13.30). */
export function quoted(words: string): RichText {
  const inner = words
    .replace(/"([^"]*)"/g, '‘$1’')
    .replaceAll('“', '‘')
    .replaceAll('”', '’');
  return words === '' ? none : [{ text: `“${inner}”` }];
}

/** Runs between two texts, which stand in the marks of none; nothing where there are no runs. */
export function enclosed(before: string, runs: RichText, after: string): RichText {
  return runs.length === 0 ? none : merged([...plain(before), ...runs, ...plain(after)]);
}

/**
 * Puts parts one behind the other; empty ones are left out with their separator. A mark that a separator begins with goes inside
 * quotation marks (CMOS 17, 6.9), and is left out where the text ends with a mark that does its work.
 */
export function join(parts: readonly RichText[], separator: string): RichText {
  return parts.filter((part) => part.length > 0).reduce((left, right) => glue(left, separator, right), none);
}

/** One part behind another, as `join` does it. */
export function glue(left: RichText, separator: string, right: RichText): RichText {
  if (left.length === 0 || right.length === 0) return left.length === 0 ? right : left;
  const [, mark = '', rest = ''] = /^([.,;:]?)(.*)$/s.exec(separator) ?? [];
  return merged([...marked(left, mark), ...plain(rest), ...right]);
}

/** Ends a sentence; nothing stays nothing. */
export function ended(runs: RichText): RichText {
  return runs.length === 0 ? none : merged(marked(runs, '.'));
}

/** Marks after which another one is not written. */
const enough: Readonly<Record<string, RegExp>> = { '.': /[.!?…]/u, ',': /[,;:]/, ';': /[,;:]/, ':': /[,;:]/ };

function marked(runs: RichText, mark: string): RichText {
  const last = runs.at(-1);
  if (mark === '' || last === undefined) return runs;
  // Without an opening one, a single mark is an apostrophe: the workers’.
  const closing = last.text.includes('‘') ? /[’”]/ : /”/;
  let end = last.text.length;
  while (end > 0 && closing.test(last.text[end - 1] ?? '')) end -= 1;
  const [words, close] = [last.text.slice(0, end), last.text.slice(end)];
  if (enough[mark]?.test(words.slice(-1))) return runs;
  const inside = close !== '' && (mark === '.' || mark === ',');
  return inside ? [...runs.slice(0, -1), { ...last, text: `${words}${mark}${close}` }] : [...runs, { text: mark }];
}

function merged(runs: RichText): RichText {
  return runs.reduce<RichSpan[]>((before, run) => {
    const last = before.at(-1);
    if (last === undefined || last.italic !== run.italic || last.link !== run.link) before.push(run);
    else before[before.length - 1] = { ...last, text: last.text + run.text };
    return before;
  }, []);
}
