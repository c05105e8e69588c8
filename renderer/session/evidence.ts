import { useCallback, useSyncExternalStore } from 'react';
import { EvidenceIndex, fieldKey, isConflict } from '../../shared/evidence/index.ts';
import type { EvidenceLink, TargetEvidence } from '../../shared/evidence/index.ts';
import type { StoryReader } from '../../shared/story/reading/reader.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { useSession } from './session-context.ts';

const indexes = new WeakMap<StoryReader, EvidenceIndex>();

/** The evidence of a notebook; made when it is first asked for, and kept up from then on. */
export function evidenceIndex(reader: StoryReader): EvidenceIndex {
  const known = indexes.get(reader);
  if (known !== undefined) return known;
  const index = new EvidenceIndex(reader);
  indexes.set(reader, index);
  return index;
}

/** The evidence for an entry; undefined where nothing links to it. The same object until it changes. */
export function useEvidence({ kind, id }: EntryRef): TargetEvidence | undefined {
  return useOfEntry({ kind, id }, (index) => index.about({ kind, id }));
}

/** The links that a passage, or a source with its passages, is evidence in. The same array until they change. */
export function useEvidenceFrom({ kind, id }: EntryRef): readonly EvidenceLink[] {
  return useOfEntry({ kind, id }, (index) => index.from({ kind, id }));
}

/** The entries of a kind by what their evidence comes to. */
export interface EvidenceSets {
  readonly disputed: ReadonlySet<string>;
  /** Those that at least one counted link supports: all others are unsupported. */
  readonly supported: ReadonlySet<string>;
  /** Those that anything counted supports, disputes or gives context to. */
  readonly evidenced: ReadonlySet<string>;
  /** Whether anything in the notebook has evidence: where nothing has, "no evidence yet" need not be said everywhere. */
  readonly hasAny: boolean;
}

/** The same object until some evidence changes. */
export function useEvidenceSets(kind: string): EvidenceSets {
  return useAll((index) => setsOf(index, kind));
}

/** How many rows the contradiction ledger has. */
export function useLedgerCount(): number {
  const { reader } = useSession();
  const made = useSyncExternalStore(
    useCallback((listener: () => void) => reader.onKind('contradictions', listener), [reader]),
    () => reader.version('contradictions'),
  );
  return useAll((index) => ledgerCount(reader, index, made));
}

interface Derived {
  readonly version: number;
  readonly made: number;
  readonly targets: readonly TargetEvidence[];
  readonly sets: Map<string, EvidenceSets>;
  ledgerCount: number | null;
}

const derivations = new WeakMap<EvidenceIndex, Derived>();

/** What is derived from all evidence at once, until some of it changes. */
function derived(index: EvidenceIndex, made = derivations.get(index)?.made ?? 0): Derived {
  const known = derivations.get(index);
  const version = index.version();
  if (known?.version === version && known.made === made) return known;
  const now: Derived = { version, made, targets: index.targets(), sets: new Map(), ledgerCount: null };
  derivations.set(index, now);
  return now;
}

function setsOf(index: EvidenceIndex, kind: string): EvidenceSets {
  const { targets, sets } = derived(index);
  const known = sets.get(kind);
  if (known !== undefined) return known;
  const ofKind = targets.filter(({ target }) => target.kind === kind);
  const made: EvidenceSets = {
    disputed: new Set(ofKind.filter(({ state }) => state === 'disputed').map(({ target }) => target.id)),
    supported: new Set(ofKind.filter(({ origins }) => origins.supports > 0).map(({ target }) => target.id)),
    evidenced: new Set(ofKind.filter(({ fields }) => fields.length > 0).map(({ target }) => target.id)),
    hasAny: targets.some(({ fields }) => fields.length > 0),
  };
  sets.set(kind, made);
  return made;
}

function ledgerCount(reader: StoryReader, index: EvidenceIndex, made: number): number {
  const known = derived(index, made);
  if (known.ledgerCount !== null) return known.ledgerCount;
  const kept = reader.list('contradictions');
  const covered = new Set(kept.flatMap((one) => one.fields.about.map(fieldKey)));
  const found = known.targets
    .flatMap(({ fields }) => fields)
    .filter((field) => isConflict(field) && !covered.has(fieldKey(field.target)));
  known.ledgerCount = kept.length + found.length;
  return known.ledgerCount;
}

function useOfEntry<T>({ kind, id }: EntryRef, read: (index: EvidenceIndex) => T): T {
  const { reader } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => evidenceIndex(reader).onEntry({ kind, id }, listener), [reader, kind, id]),
    () => read(evidenceIndex(reader)),
  );
}

function useAll<T>(read: (index: EvidenceIndex) => T): T {
  const { reader } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => evidenceIndex(reader).onChange(listener), [reader]),
    () => read(evidenceIndex(reader)),
  );
}
