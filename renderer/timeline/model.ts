import type { StoryChange, StoryReader } from '../../shared/story/reading/reader.ts';
import { itemOf } from './item.ts';
import type { TimelineItem } from './item.ts';

/**
 * The events as items, kept up with the document: an edit reads one event again, however many there are. The list is a
 * new array whenever something in it changed, so that React can compare it.
 */
export class TimelineModel {
  readonly #reader: StoryReader;
  readonly #items = new Map<string, TimelineItem>();
  readonly #listeners = new Set<() => void>();
  readonly #stop: () => void;
  #list: readonly TimelineItem[] | null = null;

  constructor(reader: StoryReader) {
    this.#reader = reader;
    this.#stop = reader.onChange((change) => this.#note(change));
  }

  /** All events in display order. */
  items(): readonly TimelineItem[] {
    this.#list ??= this.#reader.ids('events').flatMap((id) => this.#item(id) ?? []);
    return this.#list;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#stop();
  }

  #item(id: string): TimelineItem | undefined {
    const known = this.#items.get(id);
    if (known !== undefined) return known;
    const event = this.#reader.entry('events', id);
    if (event === undefined) return undefined;
    const item = itemOf(event);
    this.#items.set(id, item);
    return item;
  }

  #note(change: StoryChange): void {
    const ids = change.entries.get('events');
    if (ids === undefined) return;
    for (const id of ids) this.#items.delete(id);
    this.#list = null;
    for (const listener of [...this.#listeners]) listener();
  }
}
