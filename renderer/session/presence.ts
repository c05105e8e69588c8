import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { refKey } from '../../shared/story/ref.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import type { Place } from './view-state.ts';

/** A caret or selection in the text of a draft: Yjs relative positions as JSON. Equal ends: a caret. */
export interface DraftCaret {
  readonly docId: string;
  readonly anchor: unknown;
  readonly focus: unknown;
}

/** Somebody else who has the notebook open, as their window says: nothing of it may be believed, all of it is checked for form. */
export interface Teammate {
  /** Of one opening of the notebook. */
  readonly session: string;
  /** Of the device. */
  readonly id: string;
  /** Never empty. */
  readonly name: string;
  /** Which of the teammates' colours: `--mate-1` to `--mate-6`. */
  readonly colour: 1 | 2 | 3 | 4 | 5 | 6;
  /** Where they are; null where that is not known. */
  readonly place: Place | null;
  readonly selection: EntryRef | null;
  readonly caret: DraftCaret | null;
}

/** Who else is here, and the way to tell them where one's caret is. */
export interface Presence {
  /** The same array until somebody came, went or moved. */
  teammates(): readonly Teammate[];
  /** Those who have chosen an entry; the same array until that changes. */
  teammatesAt(ref: EntryRef): readonly Teammate[];
  /** Those whose caret is in a draft's document; the same array until one of them moved. */
  teammatesIn(docId: string): readonly Teammate[];
  onChange(listener: () => void): () => void;
  /** Tells teammates where the caret is; null when no draft is open any more. */
  tellCaret(caret: DraftCaret | null): void;
}

/** Absent where no notebook is open in its own window: in tests, and in parts of it. */
export const PresenceContext = createContext<Presence | null>(null);

export function usePresence(): Presence | null {
  return useContext(PresenceContext);
}

const nobody: readonly Teammate[] = [];
const never = (): void => undefined;

/** Who else has the notebook open. */
export function useTeammates(): readonly Teammate[] {
  const presence = usePresence();
  return useSyncExternalStore(
    useCallback((listener: () => void) => presence?.onChange(listener) ?? never, [presence]),
    () => presence?.teammates() ?? nobody,
  );
}

/** Who else has chosen an entry; renders again only when that changes. */
export function useTeammatesAt(ref: EntryRef): readonly Teammate[] {
  const presence = usePresence();
  return useSyncExternalStore(
    useCallback((listener: () => void) => presence?.onChange(listener) ?? never, [presence]),
    () => presence?.teammatesAt(ref) ?? nobody,
  );
}

/** Teammates by what one of their properties is; lists of the same people stay the same objects. */
export function grouped(
  teammates: readonly Teammate[],
  key: (teammate: Teammate) => string | null,
  before: ReadonlyMap<string, readonly Teammate[]>,
): ReadonlyMap<string, readonly Teammate[]> {
  const groups = new Map<string, Teammate[]>();
  for (const teammate of teammates) {
    const name = key(teammate);
    if (name === null) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [teammate]);
    else group.push(teammate);
  }
  return new Map(
    [...groups].map(([name, group]) => {
      const known = before.get(name);
      const isSame = known?.length === group.length && known.every((one, at) => one === group[at]);
      return [name, isSame ? known : group];
    }),
  );
}

/** What a teammate's chosen entry is grouped by. */
export function selectionKey({ selection }: Teammate): string | null {
  return selection === null ? null : refKey(selection);
}
