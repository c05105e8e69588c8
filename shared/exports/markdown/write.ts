import { buildBrief } from '../../brief/index.ts';
import type { BriefPart } from '../../brief/index.ts';
import type { BriefDraft } from '../../story/brief-block.ts';
import { section } from '../../story/sections.ts';
import type { ExportInput } from '../input.ts';
import { blocksOf, emphasis, heading } from './blocks.ts';
import { lineOf, paragraphsOf } from './escape.ts';
import { spansOf } from './spans.ts';

/** The whole notebook as Markdown: what a brief prints of it, every draft, and the text that no section took. */
export function writeMarkdown(input: ExportInput, drafts: readonly BriefDraft[]): string {
  const brief = buildBrief(input);
  const parts = brief.parts.filter(({ kind }) => kind !== 'remark');
  const sources = parts.filter(({ kind }) => kind === 'sources');
  const next = brief.next === null ? '' : `${brief.next.when}: ${brief.next.title}`;
  const blocks = [
    heading(1, brief.title),
    lineOf(brief.kicker),
    spansOf([{ text: brief.deck, bold: true }]),
    emphasis(brief.asKnownOn),
    lineOf(next),
    ...parts.filter((part) => !sources.includes(part)).flatMap(partBlocks),
    ...drafts.flatMap((draft) => draftParts(input, draft)).flatMap(partBlocks),
    ...sources.flatMap(partBlocks),
    ...unsortedBlocks(input),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function partBlocks({ kind, heading: words, blocks }: BriefPart): readonly string[] {
  return [heading(2, words ?? (kind === 'overview' ? 'Overview' : '')), ...blocks.flatMap(blocksOf)];
}

/** A draft's part of a brief: with its title, and the names that entries have now. */
function draftParts(input: ExportInput, draft: BriefDraft): readonly BriefPart[] {
  return buildBrief(input, { draft, parts: ['drafts'] }).parts.filter(({ kind }) => kind === 'drafts');
}

function unsortedBlocks(input: ExportInput): readonly string[] {
  const texts = input.list('unsorted').flatMap(({ fields }) => paragraphsOf(fields.text));
  return texts.length === 0 ? [] : [heading(2, section('unsorted').names.many), ...texts];
}
