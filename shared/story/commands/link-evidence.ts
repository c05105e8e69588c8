import * as v from 'valibot';
import * as Y from 'yjs';
import { err, ok } from '../../lib/result.ts';
import type { Problem, Result } from '../../lib/result.ts';
import { entriesMap } from '../document.ts';
import { isFiction, mayBeEvidence, mayBeTarget, wholeStory } from '../evidence-ends.ts';
import type { Values } from '../fields.ts';
import { isInNotebook } from '../reading/contested.ts';
import { entryRefSchema } from '../ref.ts';
import type { EntryRef } from '../ref.ts';
import type { FieldsOf } from '../sections.ts';
import { createEntry } from './create-entry.ts';
import type { Writer } from './writer.ts';

/** A link to be made. What is not given is empty. */
export interface NewEvidence extends Partial<Values<FieldsOf<'evidence'>>> {
  /** A passage or a source. */
  readonly from: EntryRef;
  /** An entry, or with `field` one field of it. */
  readonly to: EntryRef;
}

export type LinkProblem = Problem<'fiction' | 'no-evidence' | 'no-target'>;

const fiction = err({
  reason: 'fiction',
  message: 'Voices are fiction: they are never evidence, and nothing is evidence for them.',
} as const);
const noEvidence = err({
  reason: 'no-evidence',
  message: 'This passage or source is no longer in the notebook.',
} as const);
const noTarget = err({
  reason: 'no-target',
  message: 'What the evidence was to speak to is no longer in the notebook.',
} as const);

/** Links a passage or source to what it speaks to, as one undo step. Fiction is refused, and what is not in the notebook. */
export function linkEvidence(writer: Writer, fields: NewEvidence): Result<EntryRef, LinkProblem> {
  const { from, to } = fields;
  const source = from.kind === 'passages' ? refOf(stored(writer, from)?.get('source')) : from;
  if ([from, to, source].some((ref) => ref !== null && isFiction(ref))) return fiction;
  if (!mayBeEvidence(from) || !isThere(writer, from)) return noEvidence;
  if (source === null || source.kind !== 'sources' || !isThere(writer, source)) return noEvidence;
  if (!mayBeTarget(to) || !(to.kind === wholeStory.kind || isThere(writer, to))) return noTarget;
  return ok(createEntry(writer, { kind: 'evidence', fields: { ...fields } }));
}

function stored(writer: Writer, { kind, id }: EntryRef): Y.Map<unknown> | undefined {
  const entry = entriesMap(writer.doc, kind).get(id);
  return entry instanceof Y.Map ? entry : undefined;
}

function isThere(writer: Writer, ref: EntryRef): boolean {
  const entry = stored(writer, ref);
  return entry !== undefined && isInNotebook(writer.doc, ref, entry);
}

function refOf(raw: unknown): EntryRef | null {
  const result = v.safeParse(entryRefSchema, raw);
  return result.success ? result.output : null;
}
