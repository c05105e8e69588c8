import { Listeners } from '../story/reading/listeners.ts';
import type { StoryChange, StoryReader } from '../story/reading/reader.ts';
import { refKey } from '../story/ref.ts';
import type { EntryRef } from '../story/ref.ts';
import type { SectionKind } from '../story/sections.ts';
import { gather } from './gather.ts';
import type { TargetEvidence } from './gather.ts';
import { readLink } from './link.ts';
import type { EvidenceLink } from './link.ts';
import { originOf } from './origins.ts';

const noLinks: readonly EvidenceLink[] = [];
const everything = '*';

/**
 * All evidence of a notebook by what it speaks to, kept up with the document. An edit costs the links to what was touched;
 * what they come to is summed up when somebody asks, and is the same object until it changes.
 */
export class EvidenceIndex {
  readonly #reader: StoryReader;
  readonly #links = new Map<string, EvidenceLink>();
  /** Ids of links by the key of each end, and of the source behind a passage. */
  readonly #byEnd = new Map<string, Set<string>>();
  readonly #summaries = new Map<string, TargetEvidence>();
  readonly #from = new Map<string, readonly EvidenceLink[]>();
  /** What each source repeated when it was asked. */
  readonly #repeats = new Map<string, string | null>();
  readonly #listeners = new Listeners();
  readonly #stop: () => void;
  #version = 0;

  constructor(reader: StoryReader) {
    this.#reader = reader;
    for (const id of reader.ids('evidence')) {
      const link = this.#read(id);
      if (link !== undefined) this.#keep(link);
    }
    this.#stop = reader.onChange((change) => this.#note(change));
  }

  /** The evidence for an entry, the field left out; undefined where nothing links to it. The same object until it changes. */
  about(ref: EntryRef): TargetEvidence | undefined {
    const key = refKey(ref);
    const known = this.#summaries.get(key);
    if (known !== undefined) return known;
    const links = this.#at(key).filter((link) => isTo(link, key));
    if (links.length === 0) return undefined;
    const summary = gather(ref, links, (source) => originOf(source, (id) => this.#repeatsOf(id)));
    this.#summaries.set(key, summary);
    return summary;
  }

  /** The links that a passage, or a source with all its passages, is evidence in. The same array until they change. */
  from(ref: EntryRef): readonly EvidenceLink[] {
    const key = refKey(ref);
    const known = this.#from.get(key);
    if (known !== undefined) return known;
    const links = this.#at(key).filter((link) => isFrom(link, key));
    const result = links.length === 0 ? noLinks : links;
    this.#from.set(key, result);
    return result;
  }

  /** Every entry that something links to. */
  targets(): readonly TargetEvidence[] {
    const targets = new Map<string, EntryRef>();
    for (const { entry } of this.#links.values()) {
      const { to } = entry.fields;
      if (to !== null) targets.set(refKey(to), to);
    }
    return [...targets.values()].map((ref) => this.about(ref)).filter((one) => one !== undefined);
  }

  /** Grows with every change to any evidence. */
  version(): number {
    return this.#version;
  }

  /** Told when the evidence for an entry, or what it is evidence for, may have changed. Returns the way to stop. */
  onEntry(ref: EntryRef, listener: () => void): () => void {
    return this.#listeners.add(refKey(ref), listener);
  }

  /** Told when any evidence changes. */
  onChange(listener: () => void): () => void {
    return this.#listeners.add(everything, listener);
  }

  dispose(): void {
    this.#stop();
  }

  #at(key: string): readonly EvidenceLink[] {
    return [...(this.#byEnd.get(key) ?? [])].map((id) => this.#links.get(id)).filter((link) => link !== undefined);
  }

  #note(change: StoryChange): void {
    const dirty = new Set<string>();
    for (const id of change.entries.get('evidence') ?? []) this.#refresh(id, dirty);
    for (const [kind, ids] of change.entries) if (kind !== 'evidence') this.#noteEnds(kind, ids, dirty);
    if (this.#hasNewOrigins(change.entries.get('sources'))) {
      this.#repeats.clear();
      for (const link of this.#links.values()) for (const key of endsOf(link)) dirty.add(key);
    }
    if (dirty.size === 0) return;
    this.#version += 1;
    for (const key of dirty) {
      this.#summaries.delete(key);
      this.#from.delete(key);
    }
    for (const key of dirty) this.#listeners.tell(key);
    this.#listeners.tell(everything);
  }

  /** An entry that links lead to has changed: they count or not, as it came or went. */
  #noteEnds(kind: SectionKind, ids: ReadonlySet<string>, dirty: Set<string>): void {
    for (const id of ids) {
      const linked = this.#byEnd.get(refKey({ kind, id }));
      if (linked !== undefined) for (const link of [...linked]) this.#refresh(link, dirty);
    }
  }

  #hasNewOrigins(sources: ReadonlySet<string> | undefined): boolean {
    return [...(sources ?? [])].some((id) => this.#repeats.has(id) && this.#repeats.get(id) !== this.#readRepeats(id));
  }

  /** Reads a link again, and notes the ends of what it was and is where something about it changed. */
  #refresh(id: string, dirty: Set<string>): void {
    const before = this.#links.get(id);
    const now = this.#read(id);
    if (before !== undefined && now !== undefined && sameLink(before, now)) return;
    this.#drop(id);
    if (now !== undefined) this.#keep(now);
    for (const link of [before, now]) if (link !== undefined) for (const key of endsOf(link)) dirty.add(key);
  }

  #read(id: string): EvidenceLink | undefined {
    const entry = this.#reader.entry('evidence', id);
    return entry?.deletedAt === null ? readLink(this.#reader, entry) : undefined;
  }

  #keep(link: EvidenceLink): void {
    this.#links.set(link.id, link);
    for (const key of endsOf(link)) {
      const ids = this.#byEnd.get(key);
      if (ids === undefined) this.#byEnd.set(key, new Set([link.id]));
      else ids.add(link.id);
    }
  }

  #drop(id: string): void {
    const link = this.#links.get(id);
    if (link === undefined) return;
    this.#links.delete(id);
    for (const key of endsOf(link)) {
      const ids = this.#byEnd.get(key);
      ids?.delete(id);
      if (ids?.size === 0) this.#byEnd.delete(key);
    }
  }

  #repeatsOf(source: string): string | null {
    const known = this.#repeats.get(source);
    if (known !== undefined) return known;
    const repeats = this.#readRepeats(source);
    this.#repeats.set(source, repeats);
    return repeats;
  }

  #readRepeats(source: string): string | null {
    const repeats = this.#reader.entry('sources', source)?.fields.repeats ?? null;
    return repeats?.kind === 'sources' ? repeats.id : null;
  }
}

/** The keys under which a link is found: what it speaks to, the passage, the source. */
function endsOf({ entry, passage, source }: EvidenceLink): ReadonlySet<string> {
  const { from, to } = entry.fields;
  return new Set([
    ...(to === null ? [] : [refKey(to)]),
    ...(from === null ? [] : [refKey(from)]),
    ...(passage === null ? [] : [refKey({ kind: 'passages', id: passage })]),
    ...(source === null ? [] : [refKey({ kind: 'sources', id: source })]),
  ]);
}

function isTo(link: EvidenceLink, key: string): boolean {
  const { to } = link.entry.fields;
  return to !== null && refKey(to) === key;
}

function isFrom({ entry, passage, source }: EvidenceLink, key: string): boolean {
  const ends = [
    entry.fields.from,
    passage === null ? null : { kind: 'passages', id: passage },
    source === null ? null : { kind: 'sources', id: source },
  ];
  return ends.some((end) => end !== null && refKey(end) === key);
}

function sameLink(a: EvidenceLink, b: EvidenceLink): boolean {
  return a.entry === b.entry && a.passage === b.passage && a.source === b.source && a.notCounted === b.notCounted;
}
