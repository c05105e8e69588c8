import { buildBrief, printedItems } from '../../brief/index.ts';
import type { Brief } from '../../brief/index.ts';
import type { BriefDraft } from '../../story/brief-block.ts';
import { dateBounds } from '../../story/dates/index.ts';
import { refKey } from '../../story/ref.ts';
import type { EntryRef } from '../../story/ref.ts';
import { richParagraphs } from '../../story/rich-text.ts';
import { section, sectionList } from '../../story/sections.ts';
import type { AnySection, SectionKind } from '../../story/sections.ts';
import { storyFields } from '../../story/story-fields.ts';
import type { ExportInput, PictureOf } from '../input.ts';
import { Apparatus } from './apparatus.ts';
import type { Lookups } from './apparatus.ts';
import { articleBlocks, heading } from './blocks.ts';
import { draftBlocksOf } from './drafts.ts';
import { entryBlocks, fieldLines, foundLines, overviewHeading, untitledStory } from './entries.ts';
import type { Beside } from './entries.ts';
import { markOf } from './marks.ts';
import { spansOf } from './spans.ts';

/** The whole notebook as Markdown; `readNotebookMarkdown` reads it again. */
export function writeMarkdown(input: ExportInput, drafts: readonly BriefDraft[], picture: PictureOf): string {
  const lookups = lookupsOf(input, picture);
  const apparatus = new Apparatus(lookups);
  const found = foundIn(buildBrief(input), apparatus);
  const { title, overview, ...head } = input.story().fields;
  const lines = fieldLines(storyFields, head, lookups).map((line) => `- ${line}`);
  const text = richParagraphs(overview).map((paragraph) => spansOf(paragraph, null));
  const blocks = [
    heading(1, title || untitledStory),
    markOf('notebook'),
    lines.join('\n'),
    ...(text.length === 0
      ? []
      : [heading(2, overviewHeading), ...text.slice(0, -1), `${text.at(-1) ?? ''}${found.overview}`]),
    ...sectionList.flatMap((section) =>
      section.kind === 'drafts'
        ? drafts.flatMap((draft) => wholeDraft(input, draft, apparatus))
        : sectionBlocks(input, section, lookups, found),
    ),
  ];
  return finished([...blocks, ...apparatus.blocks()]);
}

/** A section's entries, and what is found in it without being one; nothing where it is empty. */
function sectionBlocks(
  input: ExportInput,
  section: AnySection,
  lookups: Lookups,
  { besideOf, others }: Found,
): readonly string[] {
  if (section.attached === true) return [];
  // Every section of the list is one of the registry.
  const entries = input.list(section.kind as SectionKind);
  const known = new Set(entries.map(refKey));
  const blocks = entries.flatMap((entry) => entryBlocks(section, entry, lookups, besideOf(entry)));
  const rest = others(section.kind, known);
  return blocks.length + rest.length === 0 ? [] : [heading(2, section.names.many), ...blocks, ...rest];
}

function wholeDraft(input: ExportInput, draft: BriefDraft, apparatus: Apparatus): readonly string[] {
  const [title, ...blocks] = draftParts(input, draft, { apparatus, level: 2 });
  return title === undefined ? [] : [title, markOf({ kind: 'drafts', id: draft.id }), ...blocks];
}

/** What a brief says of entries besides what they say themselves. */
interface Found {
  /** The signs of the notes at the end of the overview. */
  readonly overview: string;
  besideOf(ref: EntryRef): Beside;
  /** What a section prints that is none of these entries (`refKey`): contradictions that nobody has kept. */
  others(kind: string, known: ReadonlySet<string>): readonly string[];
}

function foundIn(brief: Brief, apparatus: Apparatus): Found {
  const signOf = signsOf(brief, apparatus);
  const printed = brief.parts.flatMap(({ blocks }) => blocks.flatMap(printedItems));
  const known = new Map(printed.map((item) => [refKey(item.ref), item]));
  const articles = brief.parts
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'articles' ? block.articles : []));
  // What is labelled in others are their own texts.
  const rows = articles.filter(({ ref }) => ref.kind === 'contradictions');
  const said = new Map(
    rows.map(({ ref, labelled }) => [refKey(ref), labelled.filter(({ label }) => label !== judged)]),
  );
  const prose = brief.parts.flatMap(({ blocks }) =>
    blocks.flatMap((one) => (one.type === 'prose' ? (one.signs ?? []) : [])),
  );
  return {
    overview: prose.map(signOf).join(''),
    besideOf: (ref) => {
      const { signs = [], disputed = '' } = known.get(refKey(ref)) ?? {};
      return { signs: signs.map(signOf).join(''), found: foundLines(disputed, said.get(refKey(ref)) ?? []) };
    },
    others: (kind, entries) =>
      articles
        .filter(({ ref }) => ref.kind === kind && !entries.has(refKey(ref)))
        .flatMap((article) => [heading(3, article.title), markOf('found'), ...articleBlocks(article)]),
  };
}

/** The text that people wrote of what is said: a field of its own. */
const judged = section('contradictions').fields.judgement.label;

/** One draft as a Markdown text of its own; `readDraftMarkdown` reads it again. */
export function writeDraftMarkdown(input: ExportInput, draft: BriefDraft, picture: PictureOf): string {
  const apparatus = new Apparatus(lookupsOf(input, picture));
  const blocks = draftParts(input, draft, { apparatus, level: 1 });
  return finished([...blocks, ...apparatus.blocks()]);
}

function finished(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** A draft below its title; nothing where it has no text. */
function draftParts(
  input: ExportInput,
  { id, blocks }: BriefDraft,
  { apparatus, level }: { readonly apparatus: Apparatus; readonly level: 1 | 2 },
): readonly string[] {
  const title = input.titleOf({ kind: 'drafts', id });
  const written = draftBlocksOf(blocks, apparatus, level);
  return title === null ? [] : [heading(level, title), ...written];
}

/** Each note of the brief stands once, however often its sign. */
function signsOf({ notes }: Brief, apparatus: Apparatus): (number: number) => string {
  const written = new Map<number, string>();
  return (number) => {
    const note = notes.find((one) => one.number === number);
    if (note === undefined) return '';
    const sign = written.get(number) ?? apparatus.note(note);
    written.set(number, sign);
    return sign;
  };
}

function lookupsOf(input: ExportInput, picture: PictureOf): Lookups {
  const sources = new Map(input.list('sources').map((source) => [source.id, source.fields]));
  const nameOf = (ref: EntryRef): string => {
    const source = ref.kind === 'sources' ? sources.get(ref.id) : undefined;
    const published = source?.published ?? null;
    const family = source?.authors[0]?.trim().split(/\s+/).at(-1) ?? '';
    const day = published === null ? null : (dateBounds(published.edtf)?.start ?? null);
    const year = day === null ? '' : String(new Date(day).getUTCFullYear());
    const words = (input.titleOf(ref) ?? '').split(/\s+/).slice(0, 3).join(' ');
    return family === '' ? words : family + year;
  };
  return { titleOf: (ref) => input.titleOf(ref), nameOf, picture };
}
