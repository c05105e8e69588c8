import type { Detected, Reading, ReadingBlock } from '../reading.ts';

/** The longest line, in UTF-16 units, of a text whose lines were broken by hand or program: longer ones are paragraphs. */
const longestBrokenLine = 100;

/** A plain text as it is: blank lines part its paragraphs, or every line break where lines are paragraphs. */
export function readPlainText(raw: string, detected: Detected): Reading {
  const text = tidy(raw);
  return { format: 'backstory-reading', version: 1, text, blocks: paragraphsOf(text), marks: [], pages: [], detected };
}

/** Line breaks of one kind, no blanks at the ends of lines, no characters that nothing can show. */
function tidy(raw: string): string {
  return (
    raw
      .replace(/\r\n?|\f|\v/g, '\n')
      // A text may have any of them; a screen has none.
      .replace(/[\u0000-\u0008\u000e-\u001f]/g, '\ufffd')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/^\n+/, '')
      .trimEnd()
  );
}

function paragraphsOf(text: string): ReadingBlock[] {
  const blocks: ReadingBlock[] = [];
  let at = 0;
  for (const { 0: gap, index } of text.matchAll(/\n{2,}/g)) {
    blocks.push(...linesOrOne(text, at, index));
    at = index + gap.length;
  }
  return [...blocks, ...linesOrOne(text, at, text.length)];
}

function linesOrOne(text: string, start: number, end: number): ReadingBlock[] {
  if (start === end) return [];
  const lines = text.slice(start, end).split('\n');
  const isBroken = lines.every((line) => line.length <= longestBrokenLine);
  if (isBroken) return [{ kind: 'paragraph', start, end }];
  let at = start;
  return lines.map((line): ReadingBlock => {
    const block = { kind: 'paragraph' as const, start: at, end: at + line.length };
    at = block.end + 1;
    return block;
  });
}
