import { useSyncExternalStore } from 'react';
import type { NotePlace } from '../../shared/story/sections/annotations/index.ts';

/** A note in a draft's text that was asked for. */
export interface ChosenComment {
  /** The first note of the thread. */
  readonly id: string;
  /** Whether the keyboard is to go to the thread as well. */
  readonly takesFocus: boolean;
}

export interface DraftCommentsState {
  /** Where the words of each note begin in the text of the draft that is shown, by id of the note; null: they are gone. */
  readonly begins: ReadonlyMap<string, number | null>;
  readonly chosen: ChosenComment | null;
  /** Words that a note is being written about. */
  readonly writing: NotePlace | null;
}

/** What the text is asked to do. */
export interface DraftText {
  /** Shows the words of a note and puts the caret there. False where it does not know them. */
  show(id: string): boolean;
  /** Gives the keyboard back to the text. */
  focus(): void;
}

const nothing: DraftCommentsState = { begins: new Map(), chosen: null, writing: null };

/** What the text of the draft that is open and the notes beside it know of each other. One window has one of them. */
class DraftComments {
  #state = nothing;
  #text: DraftText | null = null;
  /** A note whose words are to be shown once there is a text that has them. */
  #wanted: string | null = null;
  readonly #listeners = new Set<() => void>();

  state(): DraftCommentsState {
    return this.#state;
  }

  /** A text is shown. Returns how it says that it is no more. */
  join(text: DraftText): () => void {
    this.#text = text;
    return () => {
      if (this.#text !== text) return;
      this.#text = null;
      this.#set({ ...this.#state, begins: nothing.begins });
    };
  }

  /** The text says where the words are. */
  place(begins: DraftCommentsState['begins']): void {
    this.#set({ ...this.#state, begins });
    if (this.#wanted !== null && this.#text?.show(this.#wanted) === true) this.#wanted = null;
  }

  choose(id: string | null, takesFocus = false): void {
    this.#set({ ...this.#state, chosen: id === null ? null : { id, takesFocus } });
  }

  /** Chooses a note and shows its words in the text; as soon as that is there. */
  show(id: string): void {
    this.choose(id);
    this.#wanted = this.#text?.show(id) === true ? null : id;
  }

  /** A note is being written about these words; null: not any more. */
  write(writing: NotePlace | null): void {
    if (writing !== this.#state.writing) this.#set({ ...this.#state, writing });
  }

  focusText(): void {
    this.#text?.focus();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(state: DraftCommentsState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}

export const draftComments = new DraftComments();

export function useDraftComments(): DraftCommentsState {
  return useSyncExternalStore(
    (listener) => draftComments.onChange(listener),
    () => draftComments.state(),
  );
}
