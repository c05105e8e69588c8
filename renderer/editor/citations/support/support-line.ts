import { $isElementNode, $isLineBreakNode, $isTextNode } from 'lexical';
import type { ElementNode, NodeKey } from 'lexical';
import { sentencesOf } from '../../../../shared/lib/sentences.ts';
import type { Sentence } from '../../../../shared/lib/sentences.ts';
import type { EntryRef } from '../../../../shared/story/ref.ts';
import type { EditorBlock, EditorLeaf } from '../../comments/editor-lines.ts';
import { $isFootnoteNode } from '../../footnotes/FootnoteNode.tsx';
import { $isReferenceNode } from '../../ReferenceNode.tsx';
import { $isCitationNode } from '../CitationNode.tsx';

/** The words of a paragraph, quote or item of a list, and where in them citations and signs of footnotes stand. */
export interface SupportLine extends EditorBlock {
  readonly signs: readonly number[];
}

/** Reads one line; a list inside an item is lines of its own. References are called what their entries are called now. */
export function $supportLine(block: ElementNode, titleOf: (ref: EntryRef) => string | null): SupportLine {
  const leaves: EditorLeaf[] = [];
  const signs: number[] = [];
  let text = '';
  const add = (key: NodeKey, isText: boolean, words: string): void => {
    if (words === '') return;
    leaves.push({ key, isText, start: text.length, end: text.length + words.length });
    text += words;
  };
  const visit = (element: ElementNode): void => {
    for (const child of element.getChildren()) {
      if ($isTextNode(child)) add(child.getKey(), true, child.getTextContent());
      else if ($isLineBreakNode(child)) text += '\n';
      else if ($isReferenceNode(child)) add(child.getKey(), false, titleOf(child.entryRef()) ?? child.getTextContent());
      else if ($isCitationNode(child) || $isFootnoteNode(child)) signs.push(text.length);
      else if ($isElementNode(child) && child.isInline()) visit(child);
    }
  };
  visit(block);
  return { text, leaves, signs };
}

/** A sentence of a line, and whether a citation or a footnote stands in it or behind it. */
export interface LineSentence extends Sentence {
  readonly isCited: boolean;
}

/** The sentences of a line that say something: two words at least. A sign between two belongs to the one before it. */
export function lineSentences({ text, signs }: Pick<SupportLine, 'text' | 'signs'>): readonly LineSentence[] {
  const sentences = sentencesOf(text);
  const cited = new Set(
    signs.map((sign) => {
      const before = sentences.findLastIndex(({ start }) => start < sign);
      return before < 0 ? 0 : before;
    }),
  );
  return sentences.flatMap((sentence, at) =>
    /\p{L}[^\s]*\s+\S*[\p{L}\p{N}]/u.test(sentence.words) ? [{ ...sentence, isCited: cited.has(at) }] : [],
  );
}
