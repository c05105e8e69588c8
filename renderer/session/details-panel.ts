import { useSyncExternalStore } from 'react';
import { wholeStory } from '../../shared/story/evidence-ends.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import type { NotePlace } from '../../shared/story/sections/annotations/index.ts';

/** The notebook as a whole, which notes can be about as well. */
export const wholeNotebook: EntryRef = wholeStory;

export const detailsTabs = ['details', 'evidence', 'notes', 'history'] as const;

/** What the right panel shows of the chosen entry. */
export type DetailsTab = (typeof detailsTabs)[number];

interface DetailsState {
  readonly tab: DetailsTab;
  /** What somebody wants to write a note about; the notes panel takes it from here. */
  readonly writeAbout: EntryRef | null;
  /** Which words of it, where it is a draft. */
  readonly writeAt: NotePlace | null;
}

/** What the right panel shows. There is one window, so there is one; the tab stays from one entry to the next. */
class DetailsPanel {
  #state: DetailsState = { tab: 'details', writeAbout: null, writeAt: null };
  readonly #listeners = new Set<() => void>();
  readonly #openers = new Set<() => void>();

  state(): DetailsState {
    return this.#state;
  }

  show(tab: DetailsTab): void {
    this.#set({ ...this.#state, tab });
  }

  /** Shows the notes about what is chosen, wherever the panel is; with `write`, ready to be written. */
  showNotes(about: EntryRef, { write, place }: { readonly write: boolean; readonly place?: NotePlace }): void {
    this.#set({ tab: 'notes', writeAbout: write ? about : null, writeAt: place ?? null });
    for (const open of [...this.#openers]) open();
  }

  /** Shows the evidence for what is chosen, wherever the panel is. */
  showEvidence(): void {
    this.#set({ ...this.#state, tab: 'evidence' });
    for (const open of [...this.#openers]) open();
  }

  /** Shows the details of what is chosen, wherever the panel is. */
  showDetails(): void {
    this.#set({ ...this.#state, tab: 'details' });
    for (const open of [...this.#openers]) open();
  }

  /** The writing has begun. */
  takeWriting(): void {
    this.#set({ ...this.#state, writeAbout: null, writeAt: null });
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Told when the panel must be seen. */
  onOpen(open: () => void): () => void {
    this.#openers.add(open);
    return () => this.#openers.delete(open);
  }

  #set(state: DetailsState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}

export const detailsPanel = new DetailsPanel();

export function useDetailsPanel(): DetailsState {
  return useSyncExternalStore(
    (listener) => detailsPanel.onChange(listener),
    () => detailsPanel.state(),
  );
}
