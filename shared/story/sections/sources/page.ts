import type { PageRule } from '../../page-rule.ts';

/** Pages say how many sources they have, and list none: `53 Sources:`. What follows is kept as unsorted text. */
export const sourcesPage: PageRule = {
  headings: ['# sources:', '# source:'],
  looseHeadings: ['# sources', '# source'],
  parse: ({ heading, lines }) => {
    const count = Number(/\d+/.exec(heading.text.replace(/[,.\s]/g, ''))?.[0]);
    return {
      entries: [],
      ...(Number.isSafeInteger(count) ? { story: { declaredSourceCount: count } } : {}),
      unsorted: lines,
    };
  },
};
