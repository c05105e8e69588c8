import type { BriefBlock, PrintedEntry } from '../../brief-block.ts';

interface HistoricalContext {
  readonly title: string;
  readonly span: string;
  readonly whatHappened: string;
  readonly shortTerm: string;
  readonly longTerm: string;
  readonly relevance: string;
}

/** The historical contexts as articles: what happened, how it came out, and why it matters now. */
export function briefContexts(entries: readonly PrintedEntry<HistoricalContext>[]): readonly BriefBlock[] | null {
  if (entries.length === 0) return null;
  const articles = entries.map(({ kind, id, fields }) => ({
    ref: { kind, id },
    title: fields.title || 'Untitled context',
    meta: fields.span,
    text: fields.whatHappened,
    labelled: [
      { label: 'Short term', text: fields.shortTerm },
      { label: 'Long term', text: fields.longTerm },
      { label: 'Why it is relevant today', text: fields.relevance },
    ].filter(({ text }) => text !== ''),
  }));
  return [{ type: 'articles', numbered: false, articles }];
}
