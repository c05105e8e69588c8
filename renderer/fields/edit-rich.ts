import { plainFromRich } from '../../shared/story/rich-text.ts';
import type { RichSpan, RichText } from '../../shared/story/rich-text.ts';
import { textChange } from '../../shared/story/text-change.ts';

/** Rich text with other words: the marks of everything outside the change stay, new words have none. */
export function editRich(rich: RichText, text: string): RichText {
  const change = textChange(plainFromRich(rich), text);
  if (change === null) return rich;
  const end = change.index + change.remove;
  return [...slice(rich, 0, change.index), ...plain(change.insert), ...slice(rich, end, Infinity)];
}

function plain(text: string): RichText {
  return text === '' ? [] : [{ text }];
}

function slice(rich: RichText, from: number, to: number): RichText {
  const part: RichSpan[] = [];
  let at = 0;
  for (const span of rich) {
    const text = span.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') part.push({ ...span, text });
    at += span.text.length;
  }
  return part;
}
