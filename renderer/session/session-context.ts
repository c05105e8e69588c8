import { createContext, useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import type { Place as EntryPlace } from '../../shared/story/commands/create-entry.ts';
import { deleteEntries, restoreEntries } from '../../shared/story/commands/delete-entry.ts';
import { moveEntry } from '../../shared/story/commands/move-entry.ts';
import { setAnyField, setStoryField } from '../../shared/story/commands/set-field.ts';
import type { Entry, EntryDraft } from '../../shared/story/entry.ts';
import type { Story } from '../../shared/story/reading/read-story.ts';
import { refKey } from '../../shared/story/ref.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import type { EntryOf, SectionKind } from '../../shared/story/sections.ts';
import type { StoryValues } from '../../shared/story/story-fields.ts';
import type { SaveState } from '../persistence/document-store.ts';
import type { NotebookSession } from './notebook-session.ts';
import type { PastNotebook, ShownNotebook } from './shown-notebook.ts';
import { usePlaceOf, useSelectionOf } from './view-state.ts';
import type { Place, ViewState } from './view-state.ts';

/** The open notebook and the window's shared view state. */
export interface OpenNotebook {
  readonly session: NotebookSession;
  readonly view: ViewState;
  /** The earlier state that is shown in its place; absent: the notebook as it is. */
  readonly past?: PastNotebook;
}

export const OpenNotebookContext = createContext<OpenNotebook | null>(null);

function useOpenNotebook(): OpenNotebook {
  const open = useContext(OpenNotebookContext);
  if (open === null) throw new Error('This part of the window needs an open notebook');
  return open;
}

/** The notebook that is shown here: the open one, or an earlier state of it. */
export function useSession(): ShownNotebook {
  const { session, past } = useOpenNotebook();
  return past ?? session;
}

/** The open notebook as it is now, whatever is shown of it. */
export function useOpenSession(): NotebookSession {
  return useOpenNotebook().session;
}

/** The earlier state that is shown here; null where the notebook is shown as it is. */
export function usePast(): PastNotebook | null {
  return useOpenNotebook().past ?? null;
}

/** Whether this person may only read the open notebook: a team's viewer. */
export const ViewOnlyContext = createContext(false);

/** Whether this person may only read the open notebook, whatever is shown of it. */
export function useViewOnly(): boolean {
  return useContext(ViewOnlyContext);
}

/** Whether what is shown can only be read. */
export function useReadOnly(): boolean {
  const isViewer = useViewOnly();
  return usePast() !== null || isViewer;
}

/** The moment that "today" means here: now, or the moment an earlier state is shown as of. The same while it is mounted. */
export function useNow(): Date {
  const at = usePast()?.at ?? null;
  return useMemo(() => (at === null ? new Date() : new Date(at)), [at]);
}

/** Where the window is and what is chosen, and how to change it. */
export function useView(): ViewState {
  return useOpenNotebook().view;
}

export function usePlace(): Place {
  return usePlaceOf(useView());
}

export function useSelection(): EntryRef | null {
  return useSelectionOf(useView());
}

/** One entry; renders again only when that entry changes. Undefined where it is not stored; it may be in the trash. */
export function useEntry<K extends SectionKind>(kind: K, id: string): EntryOf<K> | undefined;
export function useEntry(kind: string, id: string): Entry | undefined;
export function useEntry(kind: string, id: string): Entry | undefined {
  const { reader } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => reader.onEntry(kind, id, listener), [reader, kind, id]),
    () => reader.entry(kind, id),
  );
}

/** The ids of a kind in display order; the same array until the order changes. */
export function useIds(kind: SectionKind): readonly string[] {
  const { reader } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => reader.onKind(kind, listener), [reader, kind]),
    () => reader.ids(kind),
  );
}

/** All entries of a kind in display order. For lists that need every field; rows should use `useEntry`. */
export function useEntries<K extends SectionKind>(kind: K): readonly EntryOf<K>[] {
  const { reader } = useSession();
  const version = useKindVersion(kind);
  // The version is what the list depends on: it grows with every change to an entry of the kind.
  return useMemo(() => reader.list(kind), [reader, kind, version]); // eslint-disable-line react-hooks/exhaustive-deps
}

/** Grows with every change to any entry of the kind. */
export function useKindVersion(kind: SectionKind): number {
  const { reader } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => reader.onKind(kind, listener), [reader, kind]),
    () => reader.version(kind),
  );
}

/** The head of the story and its overview. */
export function useStory(): Story {
  const { reader } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => reader.onStory(listener), [reader]),
    () => reader.story(),
  );
}

/** The title of what a reference points at; follows renaming. Null where it is gone or in the trash. */
export function useTitle(ref: EntryRef): string | null {
  const { reader } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => reader.onEntry(ref.kind, ref.id, listener), [reader, ref.kind, ref.id]),
    () => reader.titleOf(ref),
  );
}

/** Milliseconds after which "Saved" is shown: between two keys it would come and go, and each showing costs a layout. */
const restsFor = 300;

/** Whether everything is stored, for showing: never "saved" before it is, and a moment after it was. */
export function useSaveState(): SaveState {
  const session = useOpenSession();
  const [shown, show] = useState(() => session.saveState());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const state = session.saveState();
      const now = (): void => show((old) => (old.kind === state.kind && state.kind !== 'failed' ? old : state));
      clearTimeout(timer);
      if (state.kind === 'saved') timer = setTimeout(now, restsFor);
      else now();
    };
    look();
    const stop = session.onSaveState(look);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [session]);
  return shown;
}

/** Whether there is something to undo or redo. */
export function useUndoState(): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const { undo } = useOpenSession();
  const state = useSyncExternalStore(
    useCallback((listener: () => void) => undo.onChange(listener), [undo]),
    () => (undo.canUndo ? 1 : 0) + (undo.canRedo ? 2 : 0),
  );
  return { canUndo: (state & 1) !== 0, canRedo: (state & 2) !== 0 };
}

/** The verbs, bound to the open notebook. Each is one undo step; typing in one field goes on with its step. */
export interface Commands {
  create(draft: EntryDraft, place?: EntryPlace): EntryRef;
  /** The value must be of the field's type: take it from the field's own control, or through its `parse`. */
  set(ref: EntryRef, field: string, value: unknown): void;
  setStory<N extends keyof StoryValues & string>(field: N, value: StoryValues[N]): void;
  move(ref: EntryRef, after: string | null): void;
  remove(...refs: readonly EntryRef[]): void;
  restore(...refs: readonly EntryRef[]): void;
}

export function useCommands(): Commands {
  const { writer, undo } = useSession();
  return useMemo(
    () => ({
      create: (draft, place) => {
        undo.step();
        return createEntry(writer, draft, place);
      },
      set: (ref, field, value) => {
        undo.step(`${refKey(ref)}.${field}`);
        setAnyField(writer, ref, field, value);
      },
      setStory: (field, value) => {
        undo.step(`story.${field}`);
        setStoryField(writer, field, value);
      },
      move: (ref, after) => {
        undo.step();
        moveEntry(writer, ref, after);
      },
      remove: (...refs) => {
        undo.step();
        deleteEntries(writer, refs);
      },
      restore: (...refs) => {
        undo.step();
        restoreEntries(writer, refs);
      },
    }),
    [writer, undo],
  );
}
