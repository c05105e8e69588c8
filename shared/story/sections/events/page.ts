import { hasAtMostWords, pageEntry, proseOf, readsAsCategory, readsAsSentence } from '../../page-lines.ts';
import type { Doubt, PageBlock, PageEntry, PageLine, PageParse, PageRule } from '../../page-rule.ts';
import { categoriesOf, splitGlued } from './glued.ts';
import { splitEvents } from './split-events.ts';
import type { EventLines } from './split-events.ts';

/** Events stand as `N. title`, category, text; or as `-`, title, then category and text glued together. */
export const eventsPage: PageRule = {
  headings: ['timeline', 'timeline of events', 'event timeline'],
  parse: (block): PageParse => {
    const known = new Set(
      block.knownCategories.map((category) => category.trim()).filter((category) => category !== ''),
    );
    const split = splitEvents(block.lines, known);
    const categories = categoriesOf(bodiesOf(block, known), [...known]);
    return {
      entries: split.events.map((event) => readEvent(event, split.glued, categories)),
      unsorted: split.unsorted,
    };
  },
};

/** The lines of the whole page in which a category may be glued to a text. */
function bodiesOf(block: PageBlock, known: ReadonlySet<string>): readonly string[] {
  const split = splitEvents(block.kin, known);
  return split.glued ? split.events.map(({ body }) => body[0]?.text ?? '') : [];
}

function readEvent(event: EventLines, glued: boolean, categories: readonly string[]): PageEntry {
  const { category, text, doubt } = glued
    ? readGlued(event.body, categories)
    : readApart(event.body.map((line) => line.text));
  const doubts: Doubt[] = event.doubt === undefined ? [] : [{ line: event.title.number, message: event.doubt }];
  if (doubt !== undefined) {
    doubts.push({ line: event.body[0]?.number ?? event.title.number, field: 'category', message: doubt });
  }
  return pageEntry('events', event.title, { title: event.title.text, category, text }, doubts);
}

interface Body {
  readonly category: string;
  readonly text: string;
  readonly doubt?: string;
}

/** Category and text on lines of their own. With one line only, it is a category if it is short and no sentence. */
function readApart(body: readonly string[]): Body {
  const [first, ...rest] = body;
  if (first === undefined) return { category: '', text: '' };
  if (rest.length === 0) return readsAsCategory(first) ? { category: first, text: '' } : { category: '', text: first };
  if (!readsAsSentence(first) && hasAtMostWords(first, 8)) return { category: first, text: rest.join('\n') };
  return { category: '', text: body.join('\n'), doubt: 'No category was recognised for this event.' };
}

function readGlued(body: readonly PageLine[], categories: readonly string[]): Body {
  const [first, ...rest] = body;
  if (first === undefined) return { category: '', text: '' };
  const split = splitGlued(first.text, categories);
  if (split !== null) {
    const text = [split.text, proseOf(rest)].filter((part) => part !== '').join('\n');
    return { category: split.category, text };
  }
  if (rest.length > 0 && readsAsCategory(first.text)) return { category: first.text, text: proseOf(rest) };
  if (/^\p{Lu}\p{Ll}+$/u.test(first.text)) return { category: first.text, text: '' };
  const doubt =
    'Category and text are glued together here, and where one ends is not clear: the category is left open.';
  return { category: '', text: proseOf(body), doubt };
}
