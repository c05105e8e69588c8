import type { RichSpan } from '../../story/rich-text.ts';

/** Runs with the same marks are one; a line break takes the marks of what stands before it. */
export function pushSpan(spans: RichSpan[], span: RichSpan): void {
  const last = spans.at(-1);
  const alike =
    last !== undefined &&
    (span.text === '\n' || (last.bold === span.bold && last.italic === span.italic && last.link === span.link));
  if (alike) spans[spans.length - 1] = { ...last, text: last.text + span.text };
  else spans.push(span);
}
