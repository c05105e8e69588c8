import type { RichText } from '../../../shared/story/rich-text.ts';

/** Rich text without white space at its ends. */
export function trimRich(text: RichText): RichText {
  const [first, ...rest] = text;
  if (first === undefined) return text;
  const start = first.text.trimStart();
  if (start === '') return trimRich(rest);
  const whole = [{ ...first, text: start }, ...rest];
  for (let last = whole.at(-1); last !== undefined; last = whole.at(-1)) {
    const end = last.text.trimEnd();
    whole.pop();
    if (end !== '') return [...whole, { ...last, text: end }];
  }
  return whole;
}
