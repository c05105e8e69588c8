import * as Y from 'yjs';
import { entriesMap, parseLateName, storedKinds, storyMap, storyText } from '../document.ts';
import type { Entry } from '../entry.ts';
import { compareRanked } from '../rank.ts';
import type { EntryRef } from '../ref.ts';
import { refKey } from '../ref.ts';
import { findSection, isSectionKind, sectionKinds } from '../sections.ts';
import type { EntryOf, SectionKind } from '../sections.ts';
import { storyFields } from '../story-fields.ts';
import { isInNotebook, unborn } from './contested.ts';
import { deletedAt, readEntry, readPlaced } from './read-entry.ts';
import type { Placed } from './read-entry.ts';
import { readStory } from './read-story.ts';
import type { Story } from './read-story.ts';
import { Listeners } from './listeners.ts';

/** What a transaction touched: the entries, by kind, and whether the story's own fields. */
export interface StoryChange {
  readonly story: boolean;
  readonly entries: ReadonlyMap<SectionKind, ReadonlySet<string>>;
  /** Whether this device made it (any origin but `remote`). */
  readonly local: boolean;
}

interface KindState {
  readonly map: Y.Map<Y.Map<unknown>>;
  /** The entries that were asked for. */
  readonly entries: Map<string, Entry>;
  /** Where each entry in the notebook stands; null until the order is asked for. */
  places: Map<string, Placed> | null;
  order: readonly string[];
  orderStale: boolean;
  version: number;
}

/**
 * Immutable snapshots of a document, rebuilt only where a transaction touched something: an edit to one field costs one
 * entry, however many there are. Subscribers are told after the transaction, once.
 */
export class StoryReader {
  readonly #doc: Y.Doc;
  readonly #kinds = new Map<SectionKind, KindState>();
  readonly #listeners = new Listeners();
  readonly #late = new Set<string>();
  readonly #unknownLate = new Map<string, { readonly kind: SectionKind; readonly id: string }>();
  readonly #disposers: (() => void)[] = [];
  readonly #anyListeners = new Set<(change: StoryChange) => void>();
  #story: Story | null = null;
  #touched = new Map<SectionKind, Set<string>>();
  #storyTouched = false;
  #touchedLocally = true;
  #holders = 0;
  #shareSize = 0;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    for (const kind of sectionKinds) this.#watchKind(kind);
    this.#watchStory();
    const flush = (transaction: Y.Transaction): void => {
      this.#watchLateFields();
      this.#touchUnknownLate(transaction);
      this.#flush(transaction);
    };
    doc.on('afterTransaction', flush);
    this.#disposers.push(() => doc.off('afterTransaction', flush));
    this.#watchLateFields();
  }

  /** The ids of the entries in the notebook, in display order. The same array until the order changes. */
  ids(kind: SectionKind): readonly string[] {
    const state = this.#state(kind);
    if (state.orderStale && this.#holders === 0) {
      const order = this.#arrange(kind, state);
      if (!sameIds(order, state.order)) state.order = order;
      state.orderStale = false;
    }
    return state.order;
  }

  /** One entry, in the notebook or in the trash; undefined where there is none. The same object until it changes. */
  entry<K extends SectionKind>(kind: K, id: string): EntryOf<K> | undefined;
  entry(kind: string, id: string): Entry | undefined;
  entry(kind: string, id: string): Entry | undefined {
    if (!isSectionKind(kind)) return undefined;
    const { entries } = this.#state(kind);
    const cached = entries.get(id);
    if (cached !== undefined) return cached;
    const entry = this.peek({ kind, id });
    if (entry !== undefined) entries.set(id, entry);
    return entry;
  }

  /** As `entry`, but not kept for the next time: for those who go through everything once. */
  peek({ kind, id }: EntryRef): Entry | undefined {
    const section = findSection(kind);
    if (section === undefined || !isSectionKind(kind)) return undefined;
    const { entries, map } = this.#state(kind);
    const stored = map.get(id);
    return entries.get(id) ?? (stored instanceof Y.Map ? readEntry(this.#doc, section, id, stored) : undefined);
  }

  /** All entries of a kind in display order, without those in the trash. */
  list<K extends SectionKind>(kind: K): readonly EntryOf<K>[] {
    return this.ids(kind)
      .map((id) => this.entry(kind, id))
      .filter((entry) => entry !== undefined);
  }

  /** What a reference points at, unless it is in the trash or unknown here. */
  resolve(ref: EntryRef): Entry | undefined {
    const entry = this.entry(ref.kind, ref.id);
    return entry?.deletedAt === null ? entry : undefined;
  }

  /** The title an entry is called by; null where it is not in the notebook. */
  titleOf(ref: EntryRef): string | null {
    const entry = this.resolve(ref);
    return entry === undefined ? null : (findSection(ref.kind)?.title(entry.fields) ?? null);
  }

  /** The entries that are in the notebook although somebody deleted them, in display order. */
  contested(kind: SectionKind): readonly EntryRef[] {
    const { map } = this.#state(kind);
    return this.ids(kind).flatMap((id) => (isMarked(map.get(id)) ? [{ kind, id }] : []));
  }

  /** The entries in the trash, latest deleted first. */
  deleted(kind: SectionKind): readonly Entry[] {
    return [...this.#state(kind).map.keys()]
      .map((id): Entry | undefined => this.entry(kind, id))
      .filter((entry) => entry !== undefined)
      .filter((entry) => entry.deletedAt !== null && entry.deletedAt !== unborn)
      .sort((a, b) => ((a.deletedAt ?? '') < (b.deletedAt ?? '') ? 1 : -1));
  }

  story(): Story {
    this.#story ??= readStory(this.#doc);
    return this.#story;
  }

  /** All kinds this version knows. */
  kinds(): readonly SectionKind[] {
    return sectionKinds;
  }

  /** Kinds only a newer version knows, with how many entries each has. */
  unknownKinds(): ReadonlyMap<string, number> {
    const unknown = storedKinds(this.#doc).filter((kind) => !isSectionKind(kind));
    return new Map(unknown.map((kind) => [kind, entriesMap(this.#doc, kind).size]));
  }

  /** Grows with every change to any entry of the kind: a key for anything derived from all of them. */
  version(kind: SectionKind): number {
    return this.#state(kind).version;
  }

  /** Told when the entry changes. Returns the way to stop. */
  onEntry(kind: string, id: string, listener: () => void): () => void {
    return this.#listeners.add(refKey({ kind, id }), listener);
  }

  /** Told when anything of the kind changes. */
  onKind(kind: SectionKind, listener: () => void): () => void {
    return this.#listeners.add(kind, listener);
  }

  onStory(listener: () => void): () => void {
    return this.#listeners.add('story', listener);
  }

  /** Told after every transaction that touched the story, with what it touched. */
  onChange(listener: (change: StoryChange) => void): () => void {
    this.#anyListeners.add(listener);
    return () => this.#anyListeners.delete(listener);
  }

  /**
   * Keeps the lists as they are, and tells nobody, while something large is written piece by piece; then all is told as one
   * change. Entries can be read meanwhile, so that whoever writes can read them in advance.
   * @returns the way to let go, which tells; only its first call counts
   */
  hold(): () => void {
    for (const kind of sectionKinds) this.ids(kind);
    this.story();
    this.#holders += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holders -= 1;
      this.#tell();
    };
  }

  dispose(): void {
    for (const dispose of this.#disposers.splice(0)) dispose();
  }

  #state(kind: SectionKind): KindState {
    const state = this.#kinds.get(kind);
    if (state === undefined) throw new Error(`No section ${kind}`);
    return state;
  }

  #arrange(kind: SectionKind, state: KindState): readonly string[] {
    if (state.places === null) {
      state.places = new Map();
      for (const id of state.map.keys()) this.#place(kind, state, id);
    }
    const placed = [...state.places.values()].sort(compareRanked);
    const arranged = findSection(kind)?.arrangement?.arrange(placed) ?? placed;
    return arranged.map(({ id }) => id);
  }

  /** Notes where an entry stands, so that asking for the order reads no entry again that did not change. */
  #place(kind: SectionKind, { map, places }: KindState, id: string): void {
    const [section, stored] = [findSection(kind), map.get(id)];
    const placed = section !== undefined && stored instanceof Y.Map ? readPlaced(this.#doc, section, id, stored) : null;
    if (placed === null) places?.delete(id);
    else places?.set(id, placed);
  }

  #watchKind(kind: SectionKind): void {
    const map = entriesMap(this.#doc, kind);
    const state: KindState = { map, entries: new Map(), places: null, order: [], orderStale: true, version: 0 };
    this.#kinds.set(kind, state);
    const ordering = new Set<string>(['rank', 'deletedAt', ...(findSection(kind)?.arrangement?.dependsOn ?? [])]);
    const observe = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
      for (const event of events) {
        const [id, fieldName] = event.path;
        if (id === undefined) {
          for (const changed of event.keys.keys()) {
            // What is still being prepared is not seen by anybody yet.
            if (this.#isPrepared(kind, changed)) continue;
            this.#touch(kind, changed);
            state.orderStale = true;
          }
        } else {
          this.#touch(kind, String(id));
          if (fieldName === undefined && [...event.keys.keys()].some((key) => ordering.has(key)))
            state.orderStale = true;
        }
      }
    };
    // Yjs types its deep events loosely; only path and keys are used.
    const listener = observe as Parameters<typeof map.observeDeep>[0];
    map.observeDeep(listener);
    this.#disposers.push(() => map.unobserveDeep(listener));
  }

  #isPrepared(kind: SectionKind, id: string): boolean {
    const stored: unknown = this.#state(kind).map.get(id);
    return stored instanceof Y.Map && deletedAt(stored) === unborn && !isInNotebook(this.#doc, { kind, id }, stored);
  }

  #watchStory(): void {
    const touch = (): void => {
      this.#storyTouched = true;
    };
    const map = storyMap(this.#doc);
    map.observe(touch);
    this.#disposers.push(() => map.unobserve(touch));
    for (const [name, field] of Object.entries(storyFields)) {
      if (field.storage !== 'rich') continue;
      const text = storyText(this.#doc, name);
      text.observe(touch);
      this.#disposers.push(() => text.unobserve(touch));
    }
  }

  /** Fields added by a newer version to older entries appear as root types, at any time. */
  #watchLateFields(): void {
    if (this.#doc.share.size === this.#shareSize) return;
    this.#shareSize = this.#doc.share.size;
    for (const name of this.#doc.share.keys()) {
      if (this.#late.has(name)) continue;
      const late = parseLateName(name);
      if (late === null || !isSectionKind(late.kind)) continue;
      const { kind, id } = late;
      const storage = findSection(kind)?.fields[late.field]?.storage;
      this.#late.add(name);
      if (storage === undefined || storage === 'value') {
        // What it is nobody here knows, and asking for it would decide it: its changes are looked for in each transaction.
        this.#unknownLate.set(name, { kind, id });
        this.#touch(kind, id);
        continue;
      }
      const type = storage === 'list' ? this.#doc.getArray(name) : this.#doc.getText(name);
      const touch = (): void => this.#touch(kind, id);
      type.observe(touch);
      this.#disposers.push(() => type.unobserve(touch));
      touch();
    }
  }

  /** Fields that only a newer version knows are not shown, but say whether an entry was edited since it was deleted. */
  #touchUnknownLate({ changed, changedParentTypes }: Y.Transaction): void {
    for (const [name, { kind, id }] of this.#unknownLate) {
      const type = this.#doc.share.get(name);
      if (type !== undefined && (changed.has(type) || changedParentTypes.has(type))) this.#touch(kind, id);
    }
  }

  #touch(kind: SectionKind, id: string): void {
    const state = this.#state(kind);
    state.entries.delete(id);
    // What was edited after somebody had deleted it is in the notebook again.
    if (isMarked(state.map.get(id))) state.orderStale = true;
    if (state.places !== null) this.#place(kind, state, id);
    const touched = this.#touched.get(kind);
    if (touched === undefined) this.#touched.set(kind, new Set([id]));
    else touched.add(id);
  }

  #flush(transaction: Y.Transaction): void {
    if (!transaction.local) this.#touchedLocally = false;
    this.#tell();
  }

  #tell(): void {
    if (this.#holders > 0) return;
    const change: StoryChange = {
      story: this.#storyTouched,
      entries: this.#touched,
      local: this.#touchedLocally,
    };
    this.#touchedLocally = true;
    if (change.entries.size === 0 && !change.story) return;
    this.#touched = new Map();
    this.#storyTouched = false;
    if (change.story) {
      this.#story = null;
      this.#listeners.tell('story');
    }
    for (const [kind, ids] of change.entries) {
      this.#state(kind).version += 1;
      for (const id of ids) this.#listeners.tell(refKey({ kind, id }));
      this.#listeners.tell(kind);
    }
    for (const listener of [...this.#anyListeners]) listener(change);
  }
}

function isMarked(stored: unknown): boolean {
  return stored instanceof Y.Map && deletedAt(stored) !== null;
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
