import type { BriefBlock, BriefContext, BriefDepth, BriefDraft, BriefPeriod } from '../story/brief-block.ts';
import { joined } from '../story/brief-block.ts';
import { plainFromRich } from '../story/rich-text.ts';
import { sectionList } from '../story/sections.ts';
import type { AnySection, SectionKind } from '../story/sections.ts';
import type { Story } from '../story/reading/read-story.ts';
import { overviewPart } from './brief.ts';
import { briefEvidence, withDisputes } from './evidence.ts';
import type { BriefEvidence } from './evidence.ts';
import type { Brief, BriefInput, BriefOptions, BriefPart } from './brief.ts';
import { asKnownOn, dayInWords, disputedWords, nextEvent, sourceWords } from './cover.ts';
import { withFirstHeadings } from './draft-headings.ts';
import { fitted } from './fit/fit.ts';
import type { Made } from './fit/fit.ts';
import { numbered } from './notes.ts';
import { picturesOf } from './pictures.ts';
import { citedPart, withListed } from './sources.ts';

/** A part that can be chosen for a brief. */
export interface BriefChoice {
  readonly kind: string;
  readonly name: string;
  /** Whether there is anything to print in it. */
  readonly filled: boolean;
}

/** The sections that print, in the usual order of a brief. */
const printing: readonly AnySection[] = sectionList
  .filter((section) => section.brief !== undefined)
  .sort((a, b) => (a.briefPlace ?? a.place) - (b.briefPlace ?? b.place));

/** Makes the brief. Parts with nothing to print are left out; with none left, one remark says what is missing. */
export function buildBrief(input: BriefInput, options: BriefOptions = {}): Brief {
  const story = input.story();
  const asOf = options.asOf ?? story.fields.capturedOn;
  const evidence = briefEvidence(input);
  const context = contextOf(input, {
    story,
    asOf,
    draft: options.draft ?? null,
    evidence,
    depth: options.depth ?? 'full',
    period: options.period ?? { from: null, to: null },
  });
  const all = [
    overview(story),
    ...printing.map((section) => part(input, section, context)).map((one) => noted(one, evidence)),
  ];
  const filled = all.filter((one) => one !== null);
  const cover = {
    kicker: story.fields.kicker,
    title: story.fields.title.trim() || 'Untitled story',
    deck: story.fields.deck,
    asOf,
    next: nextEvent(story.fields, asOf),
  };
  const make = (some: readonly BriefPart[]): Made => cited(some, evidence, options);
  const whole = headed(chosen(filled, options.parts));
  const { parts, notes } = options.fit ? fitted(whole, options.fit, cover, make) : make(whole);
  return {
    ...cover,
    language: options.language ?? 'en',
    authors: options.authors ?? [],
    asKnownOn: asKnownOn(asOf),
    sources: joined(
      [
        sourceWords(input.list('sources').length, story.fields.declaredSourceCount),
        disputedWords(evidence.conflicts.length),
      ],
      ', ',
    ),
    date: dayInWords(options.date ?? null),
    titlePage: options.titlePage ?? false,
    contents: options.contents ?? false,
    parts,
    notesAt: options.notesAt ?? 'foot',
    notes,
    images: picturesOf(parts, options.images),
  };
}

/** The parts with their notes, and the list of sources as the style prints it. */
function cited(
  parts: readonly BriefPart[],
  evidence: BriefEvidence,
  { style = 'notes', depth = 'full', language = 'en' }: BriefOptions,
): Made {
  const { notebook } = evidence;
  const uncited = parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'references' ? block.references.map(({ ref }) => ref) : [])),
  );
  const made = numbered(parts, { style, depth, language, evidence, uncited });
  const { bibliography, notes, citesAnything } = made;
  const listed = made.parts.map((one) => withListed(one, bibliography, notebook));
  const needsList = style !== 'notes' && citesAnything && uncited.length === 0 && bibliography.length > 0;
  return { parts: needsList ? [...listed, citedPart(bibliography, notebook)] : listed, notes };
}

/** The parts a brief of this notebook can have, in the usual order. */
export function briefChoices(input: BriefInput, draft: BriefDraft | null = null): readonly BriefChoice[] {
  const story = input.story();
  const evidence = briefEvidence(input);
  const all = { depth: 'full', period: { from: null, to: null } } as const;
  const context = contextOf(input, { story, asOf: story.fields.capturedOn, draft, evidence, ...all });
  return [
    { kind: overviewPart, name: 'Overview', filled: overview(story) !== null },
    ...printing.map((section) => ({
      kind: section.kind,
      name: section.names.many,
      filled: part(input, section, context) !== null,
    })),
  ];
}

interface Known {
  readonly story: Story;
  readonly asOf: string | null;
  readonly draft: BriefDraft | null;
  readonly evidence: BriefEvidence;
  readonly depth: BriefDepth;
  readonly period: BriefPeriod;
}

function contextOf(input: BriefInput, { story, evidence, ...known }: Known): BriefContext {
  const { conflicts } = evidence;
  return { ...known, story: story.fields, conflicts, titleOf: (ref) => input.titleOf(ref) };
}

/** A printed part with who disputes its entries. */
function noted(one: BriefPart | null, evidence: BriefEvidence): BriefPart | null {
  return one === null ? null : { ...one, blocks: withDisputes(one.blocks, evidence) };
}

function overview(story: Story): BriefPart | null {
  const text = story.fields.overview;
  if (plainFromRich(text).trim() === '') return null;
  return { kind: overviewPart, heading: 'Overview', blocks: [{ type: 'prose', text }] };
}

function part(input: BriefInput, section: AnySection, context: BriefContext): BriefPart | null {
  // Every section of the list is one of the registry.
  const blocks = section.brief?.(input.list(section.kind as SectionKind), context) ?? null;
  if (blocks === null || blocks.length === 0) return null;
  const heading = draftTitle(blocks) ?? section.names.many;
  return { kind: section.kind, heading, blocks: blocks.map(withFirstHeadings) };
}

function draftTitle(blocks: readonly BriefBlock[]): string | null {
  return blocks.find((block) => block.type === 'draft')?.title ?? null;
}

function chosen(filled: readonly BriefPart[], kinds: readonly string[] | undefined): readonly BriefPart[] {
  if (filled.length === 0)
    return [remark(`This notebook is still empty. A brief prints ${everything()} as soon as there is some.`)];
  if (kinds === undefined) return filled;
  const parts = [...new Set(kinds)].map((kind) => filled.find((one) => one.kind === kind));
  const found = parts.filter((one) => one !== undefined);
  return found.length > 0 ? found : [remark('None of the parts chosen for this brief holds anything yet.')];
}

function everything(): string {
  const names = ['overview', ...printing.map((section) => section.names.many.toLowerCase())];
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function remark(text: string): BriefPart {
  return { kind: 'remark', heading: null, blocks: [{ type: 'remark', text }] };
}

/** An overview right under the cover needs no heading: it is the lead. */
function headed(parts: readonly BriefPart[]): readonly BriefPart[] {
  return parts.map((one, index) => (index === 0 && one.kind === overviewPart ? { ...one, heading: null } : one));
}
