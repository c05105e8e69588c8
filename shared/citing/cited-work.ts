import { gradeWords, quoteOf, typedEntry } from '../evidence/index.ts';
import type { EvidenceLink, EvidenceNotebook } from '../evidence/index.ts';
import type { DraftCite } from '../story/draft-block.ts';
import type { EntryRef } from '../story/ref.ts';
import { refKey } from '../story/ref.ts';
import { findSection, section } from '../story/sections.ts';
import type { EntryOf } from '../story/sections.ts';
import type { EvidenceFor } from './evidence-in.ts';

/** One thing that a citation leads to: a source, with its passage where one is named, or an entry for itself. */
export interface CitedWork {
  /** What the citation names: a source, a passage, an event. */
  readonly ref: EntryRef;
  /** What is listed for it: the source, or an entry of the notebook that no source supports; null where it is missing. */
  readonly listed: EntryRef | null;
  readonly passage: EntryRef | null;
  /** What the listed thing is called; '' where it is missing. */
  readonly title: string;
  /** The passage in its own words; '' for none. */
  readonly quote: string;
  /** "Usually reliable · Probably true"; '' where nothing is graded. */
  readonly grade: string;
  /** A page or another place; '' for the whole. */
  readonly locator: string;
  /** SHA-256 of the capture that is cited, in hexadecimal; '' for none. */
  readonly fingerprint: string;
}

/** What a citation leads to: what it names, or the sources that support it; never nothing. */
export function worksOf(
  cite: DraftCite,
  notebook: EvidenceNotebook,
  evidenceFor: EvidenceFor,
): readonly [CitedWork, ...CitedWork[]] {
  const { ref, locator = '' } = cite;
  if (!isHere(notebook, ref)) return [missing(ref)];
  if (ref.kind === 'sources') return [sourceWork(notebook, ref, ref.id, locator)];
  if (ref.kind === 'passages') return [passageWork(notebook, ref, ref.id, locator)];
  const [first, ...more] = distinct(
    supports(ref, evidenceFor).map((link) => ({
      ...(link.passage === null
        ? sourceWork(notebook, ref, link.source ?? '', '')
        : passageWork(notebook, ref, link.passage, '')),
      quote: oneLine(quoteOf(notebook, link)),
      grade: gradeWords(notebook, link),
    })),
  );
  return first === undefined ? [ownWork(notebook, ref, locator)] : [first, ...more];
}

function supports(ref: EntryRef, evidenceFor: EvidenceFor): readonly EvidenceLink[] {
  const fields = evidenceFor(ref)?.fields ?? [];
  const all = fields.flatMap((field) => field.supports);
  if (ref.field === undefined) return all;
  const own = fields.filter(({ target }) => target.field === undefined || target.field === ref.field);
  const ofField = own.flatMap((field) => field.supports);
  return ofField.length > 0 ? ofField : all;
}

/** A passage that supports two fields of an entry is one. */
function distinct(works: readonly CitedWork[]): readonly CitedWork[] {
  const keys = works.map(({ listed, passage }) => refKey(passage ?? listed ?? { kind: '', id: '' }));
  return works.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}

function missing(ref: EntryRef): CitedWork {
  return { ref, listed: null, passage: null, title: '', quote: '', grade: '', locator: '', fingerprint: '' };
}

function sourceWork(notebook: EvidenceNotebook, ref: EntryRef, id: string, locator: string): CitedWork {
  const source = typedEntry(notebook, 'sources', id);
  if (source?.deletedAt !== null) return missing(ref);
  return {
    ref,
    listed: { kind: 'sources', id },
    passage: null,
    title: section('sources').title(source.fields),
    quote: '',
    grade: reliabilityOf(source),
    locator,
    fingerprint: latestCapture(source),
  };
}

function passageWork(notebook: EvidenceNotebook, ref: EntryRef, id: string, locator: string): CitedWork {
  const passage = typedEntry(notebook, 'passages', id)?.fields;
  const source = passage?.source;
  if (passage === undefined || source?.kind !== 'sources') return missing(ref);
  const page = passage.position?.page;
  const work = sourceWork(notebook, ref, source.id, locator || (page === undefined ? '' : String(page)));
  if (work.listed === null) return work;
  return {
    ...work,
    passage: { kind: 'passages', id },
    quote: oneLine(passage.quote?.exact ?? ''),
    fingerprint: passage.capture || work.fingerprint,
  };
}

/** An entry that no source supports stands for itself. */
function ownWork(notebook: EvidenceNotebook, ref: EntryRef, locator: string): CitedWork {
  const listed = { kind: ref.kind, id: ref.id };
  const fields = notebook.entry(ref.kind, ref.id)?.fields ?? {};
  return { ...missing(ref), listed, title: findSection(ref.kind)?.title(fields) ?? '', locator };
}

function isHere(notebook: EvidenceNotebook, { kind, id }: EntryRef): boolean {
  return notebook.entry(kind, id)?.deletedAt === null;
}

function reliabilityOf({ fields: { reliability } }: EntryOf<'sources'>): string {
  return reliability === 'unset' ? '' : section('sources').fields.reliability.plain(reliability);
}

/** SHA-256 of the newest capture of a source; '' for none. */
export function latestCapture({ fields }: EntryOf<'sources'>): string {
  return fields.captures.at(-1)?.hash ?? '';
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}
