import { buildBrief } from '../../brief/index.ts';
import type { Brief, BriefPart } from '../../brief/index.ts';
import type { BriefDraft } from '../../story/brief-block.ts';
import { dateBounds } from '../../story/dates/index.ts';
import type { EntryRef } from '../../story/ref.ts';
import { section } from '../../story/sections.ts';
import type { ExportInput, PictureOf } from '../input.ts';
import { Apparatus } from './apparatus.ts';
import type { Lookups } from './apparatus.ts';
import { blocksOf, emphasis, heading } from './blocks.ts';
import type { SignOf } from './blocks.ts';
import { draftBlocksOf } from './drafts.ts';
import { lineOf, paragraphsOf } from './escape.ts';
import { spansOf } from './spans.ts';

/** The whole notebook as Markdown: what a brief prints of it, every draft, and the text that no section took. */
export function writeMarkdown(input: ExportInput, drafts: readonly BriefDraft[], picture: PictureOf): string {
  const brief = buildBrief(input);
  const parts = brief.parts.filter(({ kind }) => kind !== 'remark');
  const sources = parts.filter(({ kind }) => kind === 'sources');
  const next = brief.next === null ? '' : `${brief.next.when}: ${brief.next.title}`;
  const apparatus = new Apparatus(lookupsOf(input, picture));
  const signOf = signsOf(brief, apparatus);
  const partBlocks = ({ kind, heading: words, blocks }: BriefPart): readonly string[] => [
    heading(2, words ?? (kind === 'overview' ? 'Overview' : '')),
    ...blocks.flatMap((block) => blocksOf(block, signOf)),
  ];
  const blocks = [
    heading(1, brief.title),
    lineOf(brief.kicker),
    spansOf([{ text: brief.deck, bold: true }], null),
    emphasis(brief.asKnownOn),
    lineOf(next),
    ...parts.filter((part) => !sources.includes(part)).flatMap(partBlocks),
    ...drafts.flatMap((draft) => draftParts(input, draft, { apparatus, level: 2 })),
    ...sources.flatMap(partBlocks),
    ...unsortedBlocks(input),
  ];
  return finished([...blocks, ...apparatus.blocks()]);
}

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
function signsOf({ notes }: Brief, apparatus: Apparatus): SignOf {
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

function unsortedBlocks(input: ExportInput): readonly string[] {
  const texts = input.list('unsorted').flatMap(({ fields }) => paragraphsOf(fields.text));
  return texts.length === 0 ? [] : [heading(2, section('unsorted').names.many), ...texts];
}
