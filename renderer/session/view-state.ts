import { useSyncExternalStore } from 'react';
import type { EntryRef } from '../../shared/story/ref.ts';

/** The centre of the window. `target` is what it should scroll to and show as chosen. */
export type ViewName =
  'story' | 'timeline' | 'contradictions' | 'sources' | 'drafts' | 'search' | 'brief' | 'history' | 'trash';

export interface Place {
  readonly view: ViewName;
  /** The draft or source that is open; in the history, the earlier state that is compared with the present. */
  readonly open?: string;
  /** Words to find and mark on arrival: landing on a search hit. */
  readonly find?: string;
  /** The section of the story to scroll to. */
  readonly section?: string;
}

/** View state that several panels share: where one is and what is chosen. Never part of the notebook. */
export class ViewState {
  #place: Place = { view: 'story' };
  #selection: EntryRef | null = null;
  #back: Place[] = [];
  #asOf: number | null = null;
  readonly #listeners = new Set<() => void>();

  place(): Place {
    return this.#place;
  }

  selection(): EntryRef | null {
    return this.#selection;
  }

  /** Goes somewhere, and can choose an entry there. */
  go(place: Place, selection?: EntryRef | null): void {
    if (JSON.stringify(place) !== JSON.stringify(this.#place)) this.#back = [...this.#back.slice(-49), this.#place];
    this.#place = place;
    if (selection !== undefined) this.#selection = selection;
    this.#tell();
  }

  /** To where one was before. */
  back(): void {
    const place = this.#back.pop();
    if (place === undefined) return;
    this.#place = place;
    this.#tell();
  }

  select(ref: EntryRef | null): void {
    this.#selection = ref;
    this.#tell();
  }

  /** The moment the notebook is shown as of, milliseconds since 1970; null: as it is now. */
  asOf(): number | null {
    return this.#asOf;
  }

  /** Shows the notebook as it stood at a moment, or with null as it is. */
  showAsOf(at: number | null): void {
    this.#asOf = at;
    this.#tell();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Where the window is. */
export function usePlaceOf(view: ViewState): Place {
  return useSyncExternalStore(
    (listener) => view.onChange(listener),
    () => view.place(),
  );
}

/** The moment the notebook is to be shown as of; null: as it is now. */
export function useAsOf(view: ViewState): number | null {
  return useSyncExternalStore(
    (listener) => view.onChange(listener),
    () => view.asOf(),
  );
}

/** What is chosen. */
export function useSelectionOf(view: ViewState): EntryRef | null {
  return useSyncExternalStore(
    (listener) => view.onChange(listener),
    () => view.selection(),
  );
}
