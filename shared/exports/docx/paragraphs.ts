import { Bookmark, Paragraph } from 'docx';
import type { IParagraphOptions, ParagraphChild } from 'docx';
import type { DraftSpan } from '../../story/draft-block.ts';
import type { EntryRef } from '../../story/ref.ts';
import { runsOf } from './runs.ts';
import type { Surroundings } from './runs.ts';
import { isFromRight, linesOf } from './words.ts';

/** What a paragraph may have besides its runs. */
export interface ParagraphLook extends Pick<IParagraphOptions, 'style' | 'heading' | 'numbering' | 'keepNext'> {
  /** The entry whose bookmark it bears. */
  readonly ref?: EntryRef;
  /** The notes whose signs stand at its end. */
  readonly signs?: readonly number[] | undefined;
}

/** A paragraph of these runs. */
export function paragraph(spans: readonly DraftSpan[], around: Surroundings, look: ParagraphLook = {}): Paragraph {
  const { ref, signs, ...options } = look;
  const runs: readonly ParagraphChild[] = [...runsOf(spans, around), ...around.signs(signs)];
  const anchor = ref === undefined ? null : around.anchorOf(ref);
  const children = anchor === null ? runs : [new Bookmark({ id: anchor, children: [...runs] })];
  const words = spans.map(({ text }) => text).join('');
  return new Paragraph({ ...options, children: [...children], ...(isFromRight(words) ? { bidirectional: true } : {}) });
}

/** Each line of a text as a paragraph; the look's bookmark goes to the first, its signs to the last. */
export function paragraphs(
  text: string,
  around: Surroundings,
  { ref, signs, ...look }: ParagraphLook = {},
): readonly Paragraph[] {
  const lines = linesOf(text);
  return lines.map((line, at) =>
    paragraph([{ text: line }], around, {
      ...look,
      ...(at === 0 && ref !== undefined ? { ref } : {}),
      ...(at === lines.length - 1 ? { signs } : {}),
    }),
  );
}
