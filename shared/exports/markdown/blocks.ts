import type { BriefArticle } from '../../story/brief-block.ts';
import { lineOf, paragraphsOf } from './escape.ts';
import { spansOf } from './spans.ts';

/** A heading; '' where it has no words. */
export function heading(level: number, text: string): string {
  const words = lineOf(text);
  return words === '' ? '' : `${'#'.repeat(level)} ${words}`;
}

/** What a brief prints under a title, with labelled paragraphs; those without words are ''. */
export function articleBlocks({ meta, text, labelled, disputed = '' }: BriefArticle): readonly string[] {
  const parts = labelled.flatMap((part) => [`**${lineOf(`${part.label}.`)}**`, ...paragraphsOf(part.text)]);
  return [emphasis(meta), ...paragraphsOf(text), ...parts, emphasis(disputed)];
}

/** A line of small print. */
function emphasis(text: string): string {
  return spansOf([{ text: text.replace(/\s+/g, ' '), italic: true }], null);
}
