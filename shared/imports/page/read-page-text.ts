import type { ImportDraft } from '../../story/import-draft.ts';
import { proseOf } from '../../story/page-lines.ts';
import type { PageBlock, PageLayout, PageLine, PageRule } from '../../story/page-rule.ts';
import { richFromPlain } from '../../story/rich-text.ts';
import { sectionList } from '../../story/sections.ts';
import { pageLines } from './page-lines.ts';
import { readHead } from './read-head.ts';
import type { TitleHints } from './read-head.ts';
import { splitPage } from './split-page.ts';
import type { RuledBlock } from './split-page.ts';

/** The overview belongs to the story itself, not to a section. Every line is a paragraph. */
const overviewPage: PageRule = {
  headings: ['overview'],
  parse: ({ lines }) => ({ entries: [], story: { overview: richFromPlain(proseOf(lines)) }, unsorted: [] }),
};

const rules: readonly PageRule[] = [
  overviewPage,
  ...sectionList.flatMap((section) => (section.page === undefined ? [] : [section.page])),
];

/** What is known about a page besides its text. */
export interface PageOptions {
  readonly fileName: string;
  /** The day the page was captured, `YYYY-MM-DD`; null where nobody said. Never guessed. */
  readonly capturedOn: string | null;
  /** Categories the notebook already has. */
  readonly knownCategories?: readonly string[];
  readonly titleHints?: TitleHints;
}

/** Reads the text of a story page, in either layout. Null where no heading is recognised. Never throws. */
export function readPageText(text: string, options: PageOptions): ImportDraft | null {
  const lines = pageLines(text);
  const { head, blocks, menu } = splitPage(lines, rules);
  if (blocks.length === 0) return null;
  const layout = layoutOf(lines, head);
  const start = readHead(head, options.capturedOn, options.titleHints);
  const kin = kinOf(blocks);
  const parsed = blocks.map((block) => ({
    block,
    parse: block.rule.parse(pageBlock(block, kin, layout, options.knownCategories ?? [])),
  }));
  const above = [...start.unsorted, ...menu].sort(byLine);
  return {
    format: layout === 'a' ? 'page-a' : 'page-b',
    fileName: options.fileName,
    story: joinStory([start.story, ...parsed.map(({ parse }) => parse.story ?? {})]),
    entries: parsed.flatMap(({ parse }) => parse.entries),
    unsorted: [
      ...above.map((line) => unsortedText(line, '')),
      ...parsed.flatMap(({ block, parse }) =>
        [...parse.unsorted].sort(byLine).map((line) => unsortedText(line, block.heading.text)),
      ),
    ],
    doubts: start.doubts,
  };
}

function byLine(a: PageLine, b: PageLine): number {
  return a.number - b.number;
}

function unsortedText({ text, number }: PageLine, under: string): { text: string; under: string; line: number } {
  return { text, under, line: number };
}

function pageBlock(
  { rule, heading, lines }: RuledBlock,
  kin: ReadonlyMap<PageRule, readonly PageLine[]>,
  layout: PageLayout,
  knownCategories: readonly string[],
): PageBlock {
  return { heading, lines, kin: kin.get(rule) ?? lines, layout, knownCategories };
}

/** The lines of all blocks of the same section. */
function kinOf(blocks: readonly RuledBlock[]): ReadonlyMap<PageRule, readonly PageLine[]> {
  const kin = new Map<PageRule, PageLine[]>();
  for (const { rule, lines } of blocks) {
    const own = kin.get(rule) ?? [];
    for (const line of lines) own.push(line);
    kin.set(rule, own);
  }
  return kin;
}

/** A section that comes twice adds to the overview, and never replaces what was read first. */
function joinStory(parts: readonly ImportDraft['story'][]): ImportDraft['story'] {
  return parts.reduce((story, part) => {
    const overview = [...(story.overview ?? []), ...(part.overview ?? [])];
    const joined = overview.flatMap((span, index) => (index === 0 ? [span] : [{ text: '\n' }, span]));
    const both = { ...part, ...story };
    if (overview.length === 0) return both;
    return { ...both, overview: richFromPlain(joined.map((span) => span.text).join('')) };
  }, {});
}

/** The second layout has lost its numbers: bullets stand alone, years and labels are glued to what follows. */
function layoutOf(lines: readonly PageLine[], head: readonly PageLine[]): PageLayout {
  let score = head.length === 0 ? 0.5 : -0.5;
  for (const { text } of lines) {
    if (text.length > 200) continue;
    if (/^[-–—•*·‣◦]$/.test(text) || /\S.*[^\s]What Happened$/.test(text) || /^(?:Short|Long) term: ?\S/.test(text)) {
      score += 1;
    } else if (/^(?:\d{1,6}\. \S|Short Term$|Long Term$|What Happened$)/.test(text)) score -= 1;
  }
  return score > 0 ? 'b' : 'a';
}
