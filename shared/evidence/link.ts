import { unborn } from '../story/reading/contested.ts';
import { isFiction, mayBeEvidence, mayBeTarget, wholeStory } from '../story/evidence-ends.ts';
import type { EntryRef } from '../story/ref.ts';
import type { EntryOf } from '../story/sections.ts';
import { typedEntry } from './notebook.ts';
import type { EvidenceNotebook } from './notebook.ts';

/** Why a link is not counted. */
export type NotCounted =
  | 'fiction'
  | 'no-evidence'
  | 'no-target'
  | 'passage-trashed'
  | 'passage-missing'
  | 'source-trashed'
  | 'source-missing'
  | 'target-trashed'
  | 'target-missing';

/** An evidence link with what it leads to. */
export interface EvidenceLink {
  readonly id: string;
  readonly entry: EntryOf<'evidence'>;
  /** The passage's id; null for a whole source. */
  readonly passage: string | null;
  /** The source's id, also of one that is not there; null where nothing says which. */
  readonly source: string | null;
  /** Null where the link counts. */
  readonly notCounted: NotCounted | null;
}

/** Reads a link. Never throws, whatever its references lead to. */
export function readLink(notebook: EvidenceNotebook, entry: EntryOf<'evidence'>): EvidenceLink {
  const { from, to } = entry.fields;
  const passage = from?.kind === 'passages' ? from.id : null;
  const sourceRef = from?.kind === 'passages' ? sourceOfPassage(notebook, from) : from;
  const source = sourceRef?.kind === 'sources' ? sourceRef.id : null;
  const notCounted = whyNot(notebook, from, sourceRef, to);
  return { id: entry.id, entry, passage, source, notCounted };
}

function sourceOfPassage(notebook: EvidenceNotebook, { id }: EntryRef): EntryRef | null {
  return typedEntry(notebook, 'passages', id)?.fields.source ?? null;
}

function whyNot(
  notebook: EvidenceNotebook,
  from: EntryRef | null,
  source: EntryRef | null,
  to: EntryRef | null,
): NotCounted | null {
  if ([from, source, to].some((ref) => ref !== null && isFiction(ref))) return 'fiction';
  if (from === null || !mayBeEvidence(from)) return 'no-evidence';
  if (to === null || !mayBeTarget(to)) return 'no-target';
  const passageState = from.kind === 'passages' ? stateOf(notebook, from) : null;
  if (passageState !== null) return `passage-${passageState}`;
  if (source === null || source.kind !== 'sources') return 'source-missing';
  const sourceState = stateOf(notebook, source);
  if (sourceState !== null) return `source-${sourceState}`;
  const targetState = to.kind === wholeStory.kind ? null : stateOf(notebook, to);
  return targetState === null ? null : `target-${targetState}`;
}

/** Null for an entry in the notebook. */
function stateOf(notebook: EvidenceNotebook, { kind, id }: EntryRef): 'trashed' | 'missing' | null {
  const entry = notebook.entry(kind, id);
  if (entry === undefined || entry.deletedAt === unborn) return 'missing';
  return entry.deletedAt === null ? null : 'trashed';
}
