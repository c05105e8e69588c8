import { pageEntry, proseOf } from '../../page-lines.ts';
import type { Doubt, PageEntry, PageParse, PageRule } from '../../page-rule.ts';
import { splitParts } from './split-parts.ts';
import type { ContextParts } from './split-parts.ts';

/** Contexts stand as title, years, and five labelled parts. */
export const contextsPage: PageRule = {
  headings: ['historical context', 'historical contexts', 'historical parallels', 'historical precedents'],
  parse: ({ lines }): PageParse => {
    const { before, contexts } = splitParts(lines);
    return {
      entries: contexts.map((context) => readContext(context)),
      unsorted: [...before, ...contexts.flatMap(({ parts }) => parts.outcome)],
    };
  },
};

function readContext({ title, span, parts }: ContextParts): PageEntry {
  const doubts: Doubt[] = parts.outcome.slice(0, 1).map((line) => ({
    line: line.number,
    message: 'This outcome is neither called short term nor long term: it is kept as unsorted text.',
  }));
  const first = title ?? span ?? Object.values(parts).find((lines) => lines.length > 0)?.[0];
  const line = first ?? { text: '', number: 0, afterBlank: false };
  if (title === undefined) {
    doubts.push({ line: line.number, field: 'title', message: 'This context has no title on the page.' });
  }
  const fields = {
    title: title?.text ?? '',
    span: withoutBrackets(span?.text ?? ''),
    whatHappened: proseOf(parts.whatHappened),
    shortTerm: proseOf(parts.shortTerm),
    longTerm: proseOf(parts.longTerm),
    relevance: proseOf(parts.relevance),
  };
  return pageEntry('contexts', line, fields, doubts);
}

/** Years are kept as printed, without outer brackets. */
function withoutBrackets(span: string): string {
  return /^\([^()]*\)$/.test(span) ? span.slice(1, -1).trim() : span;
}
