import { refKey } from '../story/ref.ts';
import type { EntryRef } from '../story/ref.ts';
import { findSection } from '../story/sections.ts';
import { storyFields } from '../story/story-fields.ts';
import type { EvidenceLink } from './link.ts';

export type Relation = EvidenceLink['entry']['fields']['relation'];

/** What the evidence for something comes to. */
export type EvidenceState = 'disputed' | 'supported' | 'context' | 'unsupported';

/** How many independent origins are on each side. */
export interface OriginCounts {
  readonly supports: number;
  readonly disputes: number;
  readonly context: number;
}

/** The evidence for a field of an entry, for the entry as a whole, or for one sentence of a draft. Counted links only, oldest first. */
export interface FieldEvidence {
  readonly target: EntryRef;
  /** The words of the sentence, where it is about one. */
  readonly sentence: string | null;
  readonly supports: readonly EvidenceLink[];
  readonly disputes: readonly EvidenceLink[];
  readonly context: readonly EvidenceLink[];
  readonly origins: OriginCounts;
  readonly state: EvidenceState;
}

/** All evidence for an entry. */
export interface TargetEvidence {
  /** The entry, without a field. */
  readonly target: EntryRef;
  /** The whole entry first, then its fields in the order of the section. */
  readonly fields: readonly FieldEvidence[];
  /** Links that are not counted. */
  readonly notCounted: readonly EvidenceLink[];
  /** Across all fields: an origin that supports two of them is one. */
  readonly origins: OriginCounts;
  readonly state: EvidenceState;
}

/** Sums up the links to one entry. Pure: the same links in any order give the same. */
export function gather(
  target: EntryRef,
  links: readonly EvidenceLink[],
  originOf: (source: string) => string,
): TargetEvidence {
  const sorted = [...links].sort(byTime);
  const counted = sorted.filter((link) => link.notCounted === null);
  const groups = new Map<string, EvidenceLink[]>();
  for (const link of counted) {
    const { to, sentence } = link.entry.fields;
    const key = JSON.stringify([to?.field ?? '', sentence?.exact ?? '']);
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  const fields = [...groups.values()].map((group) => fieldEvidence(target, group, originOf));
  const origins = countOrigins(counted, originOf);
  return {
    target: { kind: target.kind, id: target.id },
    fields: fields.sort(byField(target.kind)),
    notCounted: sorted.filter((link) => link.notCounted !== null),
    origins,
    state: stateOf(origins),
  };
}

/** Whether nothing that is counted supports it; `undefined` is an entry without any link. */
export function isUnsupported(evidence: TargetEvidence | undefined): boolean {
  return evidence === undefined || evidence.origins.supports === 0;
}

function fieldEvidence(
  target: EntryRef,
  links: readonly EvidenceLink[],
  originOf: (source: string) => string,
): FieldEvidence {
  const [first] = links;
  const field = first?.entry.fields.to?.field;
  const origins = countOrigins(links, originOf);
  return {
    target: { kind: target.kind, id: target.id, ...(field === undefined ? {} : { field }) },
    sentence: first?.entry.fields.sentence?.exact ?? null,
    supports: onSide(links, 'supports'),
    disputes: onSide(links, 'disputes'),
    context: onSide(links, 'context'),
    origins,
    state: stateOf(origins),
  };
}

function onSide(links: readonly EvidenceLink[], relation: Relation): readonly EvidenceLink[] {
  return links.filter((link) => link.entry.fields.relation === relation);
}

function countOrigins(links: readonly EvidenceLink[], originOf: (source: string) => string): OriginCounts {
  const count = (relation: Relation): number => {
    const sources = onSide(links, relation).map((link) => link.source ?? '');
    return new Set(sources.map(originOf)).size;
  };
  return { supports: count('supports'), disputes: count('disputes'), context: count('context') };
}

function stateOf({ supports, disputes, context }: OriginCounts): EvidenceState {
  if (disputes > 0) return 'disputed';
  if (supports > 0) return 'supported';
  return context > 0 ? 'context' : 'unsupported';
}

function byTime(a: EvidenceLink, b: EvidenceLink): number {
  const [x, y] = [a.entry, b.entry];
  if (x.createdAt !== y.createdAt) return x.createdAt < y.createdAt ? -1 : 1;
  return x.id < y.id ? -1 : 1;
}

/** The whole first, then the fields as the section has them, then those only a newer version knows; sentences by their words. */
function byField(kind: string): (a: FieldEvidence, b: FieldEvidence) => number {
  const names = Object.keys(kind === 'story' ? storyFields : (findSection(kind)?.fields ?? {}));
  const place = ({ target: { field } }: FieldEvidence): number => {
    if (field === undefined) return -1;
    const at = names.indexOf(field);
    return at === -1 ? names.length : at;
  };
  const words = (one: FieldEvidence): string => `${one.target.field ?? ''}\n${one.sentence ?? ''}`;
  return (a, b) => place(a) - place(b) || (words(a) < words(b) ? -1 : 1);
}

/** A key for one field of an entry. */
export function fieldKey(ref: EntryRef): string {
  return `${refKey(ref)}.${ref.field ?? ''}`;
}
