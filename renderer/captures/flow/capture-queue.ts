import type { EntryRef } from '../../../shared/story/ref.ts';
import { addSource, addVersion } from '../../session/add-source.ts';
import type { Brought } from './brought.ts';
import { nameOf } from './capture-item.ts';
import type { CaptureItem, Choice, ItemState, ReadItem } from './capture-item.ts';
import { noWords, readDetails } from './details.ts';
import type { DetailWords } from './details.ts';
import type { QueueServices } from './queue-services.ts';
import { readItem } from './read-item.ts';

export interface QueueState {
  readonly items: readonly CaptureItem[];
  /** Whether several were brought: then they stay a list, however many are left. */
  readonly isList: boolean;
}

/**
 * What was brought on its way to become sources: read one after another, shown to be confirmed, then stored. What is bad says so and
 * the others go on; what is cancelled leaves no entry. A source is made only after its capture and its reading are stored.
 */
export class CaptureQueue {
  readonly #services: QueueServices;
  readonly #listeners = new Set<() => void>();
  #state: QueueState = { items: [], isList: false };
  #next = 1;
  /** What is being read, and the way to stop it. */
  #reading: { readonly id: number; readonly abort: AbortController } | null = null;
  #isAdding = false;
  #added: EntryRef[] = [];

  constructor(services: QueueServices) {
    this.#services = services;
  }

  readonly state = (): QueueState => this.#state;

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Brings something; `into` names the source it is a new version of. */
  bring(brought: readonly Brought[], into: string | null = null): void {
    const items = brought.map((one): CaptureItem => ({
      id: this.#next++,
      brought: one,
      into,
      state: { kind: 'waiting' },
      words: noWords,
      duplicate: null,
      choice: into === null ? 'new' : 'version',
      isWrong: false,
    }));
    const all = [...this.#state.items, ...items];
    this.#set({ items: all, isList: this.#state.isList || all.length > 1 });
    void this.#readNext();
  }

  write(id: number, field: keyof DetailWords, value: string): void {
    this.#change(id, (item) => ({ ...item, words: { ...item.words, [field]: value } }));
  }

  choose(id: number, choice: Choice): void {
    this.#change(id, (item) => ({ ...item, choice }));
  }

  /** Takes one out without any trace of it; the others go on. */
  leaveOut(id: number): void {
    this.#set({ ...this.#state, items: this.#state.items.filter((item) => item.id !== id) });
    if (this.#reading?.id === id) this.#reading.abort.abort();
    this.#finishIfDone();
  }

  /** Reads once more what could not be read, or stores once more what could not be stored. */
  tryAgain(id: number): void {
    const state = this.#find(id)?.state;
    if (state?.kind !== 'problem') return;
    const { read, nevertheless } = state;
    if (read === null) {
      this.#change(id, (item) => ({ ...item, brought: nevertheless ?? item.brought, state: { kind: 'waiting' } }));
      void this.#readNext();
    } else {
      this.#become(id, { kind: 'ready', read });
      void this.#addThese([id]);
    }
  }

  /** Ends everything. What was added already stays. */
  close(): void {
    this.#set({ items: [], isList: false });
    this.#reading?.abort.abort();
    this.#finishIfDone();
  }

  /** Adds what is ready, as it was chosen; what was chosen to be left out goes. One undo step. */
  async addAll(): Promise<void> {
    if (this.#isAdding) return;
    const today = this.#services.today();
    const left = this.#state.items.filter(({ state, choice }) => state.kind !== 'ready' || choice !== 'skip');
    this.#set({
      ...this.#state,
      items: left.map((item) => ({
        ...item,
        isWrong: item.state.kind === 'ready' && item.choice === 'new' && !readDetails(item.words, today).ok,
      })),
    });
    await this.#addThese(this.#state.items.map(({ id }) => id));
  }

  async #addThese(ids: readonly number[]): Promise<void> {
    if (this.#isAdding) return;
    this.#isAdding = true;
    await this.#services.session.undo.group(async () => {
      for (const id of ids) await this.#add(id);
    });
    this.#isAdding = false;
    this.#finishIfDone();
  }

  async #add(id: number): Promise<void> {
    const item = this.#find(id);
    if (item?.state.kind !== 'ready' || item.isWrong) return;
    const { read } = item.state;
    this.#become(id, { kind: 'adding', read });
    try {
      const ref = await this.#store(item, read);
      this.#added.push(ref);
      this.#become(id, { kind: 'added', ref, as: item.choice === 'version' ? 'version' : 'new' });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#become(id, {
        kind: 'problem',
        message: `“${nameOf(item)}” was not added. ${why}`,
        canRetry: true,
        nevertheless: null,
        read,
      });
    }
  }

  async #store(item: CaptureItem, read: ReadItem): Promise<EntryRef> {
    const { session, captures, today } = this.#services;
    const file = {
      name: read.name,
      mediaType: read.mediaType,
      bytes: new Uint8Array(await read.original.arrayBuffer()),
      reading: new Uint8Array(await read.reading.arrayBuffer()),
      ...(read.address === '' ? {} : { address: read.address }),
    };
    const source = item.into ?? item.duplicate?.source ?? null;
    if (item.choice === 'version' && source !== null) return await addVersion(session, captures, source, file);
    const details = readDetails(item.words, today());
    if (!details.ok) throw new Error('Something in its details is not understood.');
    return await addSource(session, captures, { fields: details.fields, file });
  }

  async #readNext(): Promise<void> {
    if (this.#reading !== null) return;
    const item = this.#state.items.find(({ state }) => state.kind === 'waiting');
    if (item === undefined) return;
    const { id } = item;
    const abort = new AbortController();
    this.#reading = { id, abort };
    this.#become(id, { kind: 'reading', pages: null });
    const outcome = await readItem(item, {
      services: this.#services,
      others: () => this.#state.items.filter((other) => other.id !== id),
      signal: abort.signal,
      onProgress: (done, total) => this.#become(id, { kind: 'reading', pages: { done, total } }),
    });
    if (outcome.ok) this.#change(id, (now) => ({ ...now, ...outcome.value }));
    else this.#become(id, { kind: 'problem', ...outcome.error, read: null });
    this.#reading = null;
    await this.#readNext();
  }

  /** Tells what came of it, once nothing is left that a person has to decide about. */
  #finishIfDone(): void {
    if (this.#isAdding || this.#state.items.some(({ state }) => state.kind !== 'added')) return;
    const added = this.#added;
    this.#added = [];
    this.#set({ items: [], isList: false });
    if (added.length > 0) this.#services.onDone(added);
  }

  #find(id: number): CaptureItem | undefined {
    return this.#state.items.find((item) => item.id === id);
  }

  #become(id: number, state: ItemState): void {
    this.#change(id, (item) => ({ ...item, state }));
  }

  #change(id: number, change: (item: CaptureItem) => CaptureItem): void {
    this.#set({
      ...this.#state,
      items: this.#state.items.map((item) => (item.id === id ? change(item) : item)),
    });
  }

  #set(state: QueueState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Whether an item still has to be read. */
export function isUnread({ state }: CaptureItem): boolean {
  return state.kind === 'waiting' || state.kind === 'reading';
}

/** Whether an item would be added if all are. */
export function isToBeAdded(item: CaptureItem): boolean {
  return item.state.kind === 'ready' && item.choice !== 'skip';
}
