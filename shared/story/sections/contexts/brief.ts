import { firstSentence } from '../../brief-block.ts';
import type { BriefBlock, BriefContext, PrintedEntry } from '../../brief-block.ts';

interface HistoricalContext {
  readonly title: string;
  readonly span: string;
  readonly whatHappened: string;
  readonly shortTerm: string;
  readonly longTerm: string;
  readonly relevance: string;
}

/** The historical contexts as articles: what happened, how it came out, and why it matters now; in short without the outcome. */
export function briefContexts(
  entries: readonly PrintedEntry<HistoricalContext>[],
  { depth }: BriefContext,
): readonly BriefBlock[] | null {
  if (entries.length === 0) return null;
  const articles = entries.map(({ kind, id, fields }) => ({
    ref: { kind, id },
    title: fields.title || 'Untitled context',
    meta: fields.span,
    text: depth === 'full' ? fields.whatHappened : firstSentence(fields.whatHappened),
    labelled: [
      ...(depth === 'full' ? outcome(fields) : []),
      { label: 'Why it is relevant today', text: fields.relevance },
    ].filter(({ text }) => text !== ''),
  }));
  return [{ type: 'articles', numbered: false, articles }];
}

function outcome({ shortTerm, longTerm }: HistoricalContext) {
  return [
    { label: 'Short term', text: shortTerm },
    { label: 'Long term', text: longTerm },
  ];
}
