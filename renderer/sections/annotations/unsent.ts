import { useCallback, useSyncExternalStore } from 'react';
import type { RichText } from '../../../shared/story/rich-text.ts';
import type { NotePlace } from '../../../shared/story/sections/annotations/index.ts';
import type { ShownNotebook } from '../../session/shown-notebook.ts';
import { useSession } from '../../session/session-context.ts';

/** A text that was not sent yet. */
export interface Unsent {
  readonly text: RichText;
  /** The one field of the entry that it is about. */
  readonly field?: string | undefined;
  /** The words of the draft that it is about. */
  readonly place?: NotePlace | undefined;
}

/** What is being written, by what it will be; it waits while one looks at other entries. */
class UnsentNotes {
  readonly #texts = new Map<string, Unsent>();
  readonly #listeners = new Set<() => void>();

  get(key: string): Unsent | null {
    return this.#texts.get(key) ?? null;
  }

  /** Null closes the box. */
  set(key: string, unsent: Unsent | null): void {
    if (unsent === null) this.#texts.delete(key);
    else this.#texts.set(key, unsent);
    for (const listener of [...this.#listeners]) listener();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const bySession = new WeakMap<ShownNotebook, UnsentNotes>();

function unsentOf(session: ShownNotebook): UnsentNotes {
  const known = bySession.get(session) ?? new UnsentNotes();
  bySession.set(session, known);
  return known;
}

/** An unsent text and how to change it; null while nothing is being written there. */
export function useUnsent(key: string): readonly [Unsent | null, (unsent: Unsent | null) => void] {
  const notes = unsentOf(useSession());
  const unsent = useSyncExternalStore(
    useCallback((listener: () => void) => notes.onChange(listener), [notes]),
    () => notes.get(key),
  );
  return [unsent, useCallback((next: Unsent | null) => notes.set(key, next), [notes, key])];
}
