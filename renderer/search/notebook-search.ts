import type { SearchAnswer } from '../../shared/search/engine.ts';
import { allRefs, entryRecord, storyKind, storyRecord } from '../../shared/search/records.ts';
import type { SearchRecord } from '../../shared/search/records.ts';
import type { StoryChange, StoryReader } from '../../shared/story/reading/reader.ts';
import { refKey } from '../../shared/story/ref.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** Text outside the root document: of drafts and captured sources. */
export interface OutsideTexts {
  /** Loads an entry's text; null for kinds that have none outside. */
  load(ref: EntryRef): Promise<string> | null;
  /** Told when the text of an entry has changed. Returns the way to stop. */
  onChange(listener: (ref: EntryRef) => void): () => void;
  /** How many of those that were loaded have a text that is not on this computer. */
  lacking(): number;
}

/** Entries read between two looks at the clock while the index is filled. */
const chunk = 10;
/** Milliseconds of filling at a time: well under a frame. */
const stretch = 3;
/** So many changes at once are worked off in idle time. */
const many = 100;
/** Milliseconds between two reports that there is more in the index: each makes whoever searches ask again. */
const reportEvery = 250;
/** Milliseconds that changes wait for more of them. */
const settle = 250;

/**
 * The search index of the open notebook: filled in idle time, kept up with every change, asked in a worker. Answers
 * come from what is indexed so far; `onProgress` tells when there is more.
 */
export class NotebookSearch {
  readonly #reader: StoryReader;
  readonly #outside: OutsideTexts;
  readonly #worker: Worker;
  readonly #asked = new Map<number, (answer: SearchAnswer) => void>();
  readonly #texts = new Map<string, string>();
  readonly #changed = new Map<string, EntryRef>();
  readonly #disposers: (() => void)[];
  readonly #listeners = new Set<() => void>();
  #serial = 0;
  /** What is still to be indexed, the next one last. */
  #waiting: EntryRef[];
  #reported = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #late: ReturnType<typeof setTimeout> | null = null;
  #idle: number | null = null;

  constructor(reader: StoryReader, outside: OutsideTexts, worker: Worker) {
    this.#reader = reader;
    this.#outside = outside;
    this.#worker = worker;
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
      this.#asked.get(event.data.serial)?.(event.data.answer);
      this.#asked.delete(event.data.serial);
    });
    this.#disposers = [reader.onChange((change) => this.#note(change)), outside.onChange((ref) => this.#reload(ref))];
    this.#waiting = allRefs(reader).toReversed();
    this.#say({ type: 'put', records: [storyRecord(reader)] });
    this.#fillWhenIdle();
  }

  /** Whether everything of the notebook is in the index. */
  get complete(): boolean {
    return this.#waiting.length === 0;
  }

  /** How many sources cannot be searched because their text is not on this computer yet. */
  get lacking(): number {
    return this.#outside.lacking();
  }

  /** Asks for the best hits. A question overtaken by a later one is still answered; callers keep the latest. */
  query(text: string, limit = 50): Promise<SearchAnswer> {
    this.#sendChanges();
    this.#serial += 1;
    const serial = this.#serial;
    return new Promise((resolve) => {
      this.#asked.set(serial, resolve);
      this.#say({ type: 'query', serial, text, limit });
    });
  }

  /** Told when more of the notebook is in the index. Returns the way to stop. */
  onProgress(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    for (const dispose of this.#disposers) dispose();
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#late !== null) clearTimeout(this.#late);
    if (this.#idle !== null) cancelIdleCallback(this.#idle);
    this.#worker.terminate();
  }

  #fillWhenIdle(): void {
    if (this.#waiting.length === 0 || this.#idle !== null) return;
    this.#idle = requestIdleCallback(
      () => {
        this.#idle = null;
        this.#fill();
        this.#report();
        this.#fillWhenIdle();
      },
      { timeout: 500 },
    );
  }

  #fill(): void {
    const begun = performance.now();
    const refs: EntryRef[] = [];
    const records: SearchRecord[] = [];
    const gone: string[] = [];
    while (this.#waiting.length > 0 && performance.now() - begun < stretch) {
      for (const ref of this.#waiting.splice(-chunk).reverse()) {
        refs.push(ref);
        this.#read(ref, records, gone);
      }
    }
    this.#tell(records, gone);
    for (const ref of refs) this.#reload(ref);
  }

  #report(): void {
    const now = performance.now();
    if (!this.complete && now - this.#reported < reportEvery) return;
    this.#reported = now;
    for (const listener of [...this.#listeners]) listener();
  }

  #reload(ref: EntryRef): void {
    void this.#outside.load(ref)?.then((text) => {
      if (this.#texts.get(refKey(ref)) === text) return;
      this.#texts.set(refKey(ref), text);
      this.#index([ref]);
      // Whoever searches sees what has come; such texts come in numbers.
      this.#late ??= setTimeout(() => {
        this.#late = null;
        this.#report();
      }, reportEvery);
    });
  }

  #note(change: StoryChange): void {
    if (change.story) this.#changed.set(storyKind, { kind: storyKind, id: storyKind });
    for (const [kind, ids] of change.entries)
      for (const id of ids) this.#changed.set(refKey({ kind, id }), { kind, id });
    this.#timer ??= setTimeout(() => this.#sendChanges(), settle);
  }

  #sendChanges(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const refs = [...this.#changed.values()];
    this.#changed.clear();
    // A large import touches thousands at once: they join the queue that is worked off in idle time.
    if (refs.length > many) {
      this.#waiting = [...refs.reverse(), ...this.#waiting];
      this.#fillWhenIdle();
    } else {
      this.#index(refs);
      for (const ref of refs) if (!this.#texts.has(refKey(ref))) this.#reload(ref);
    }
  }

  #index(refs: readonly EntryRef[]): void {
    const records: SearchRecord[] = [];
    const gone: string[] = [];
    for (const ref of refs) this.#read(ref, records, gone);
    this.#tell(records, gone);
  }

  /** Adds an entry's record to the ones to put, or its key to those to take out. */
  #read(ref: EntryRef, records: SearchRecord[], gone: string[]): void {
    const record = this.#record(ref);
    if (record === null) gone.push(refKey(ref));
    else records.push(record);
  }

  #tell(records: readonly SearchRecord[], gone: readonly string[]): void {
    if (gone.length > 0) this.#say({ type: 'remove', keys: gone });
    if (records.length > 0) this.#say({ type: 'put', records });
  }

  #record(ref: EntryRef): SearchRecord | null {
    if (ref.kind === storyKind) return storyRecord(this.#reader);
    return entryRecord(this.#reader, ref, (one) => this.#texts.get(refKey(one)) ?? '');
  }

  #say(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}
