import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Something a person can do, with its name in the command palette. Native menu items run actions by id. */
export interface Action {
  /** `timeline.add-event` */
  readonly id: string;
  /** Sentence case, a plain verb first: "Add event". */
  readonly title: string;
  /** Group in the palette: "Timeline". */
  readonly group: string;
  /** As `Mod+Shift+E`; Mod is Ctrl, or Cmd on a Mac. Bound globally by the shell. */
  readonly shortcut?: string;
  /** Other words people may type for it. */
  readonly keywords?: readonly string[];
  run(): void;
}

/** The actions possible right now, by id. Views add theirs while they are on screen. */
export class ActionRegistry {
  #actions: readonly Action[] = [];
  readonly #listeners = new Set<() => void>();

  /** Returns the way to take them out again. */
  add(actions: readonly Action[]): () => void {
    this.#set([...this.#actions, ...actions]);
    return () => this.#set(this.#actions.filter((action) => !actions.includes(action)));
  }

  list(): readonly Action[] {
    return this.#actions;
  }

  /** Runs the latest action of that id. False where there is none now. */
  run(id: string): boolean {
    const action = this.#actions.findLast((one) => one.id === id);
    action?.run();
    return action !== undefined;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(actions: readonly Action[]): void {
    this.#actions = actions;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The window's one registry: actions exist on the home screen too, without a notebook. */
export const actions = new ActionRegistry();

/** Offers actions while the component is mounted. Titles and ids may change with the rendering; `run` is always the latest. */
export function useActions(offered: readonly Action[]): void {
  const latest = useRef(offered);
  useEffect(() => {
    latest.current = offered;
  });
  const key = JSON.stringify(
    offered.map(({ id, title, group, shortcut, keywords }) => [id, title, group, shortcut, keywords]),
  );
  useEffect(() => {
    const stable = latest.current.map((action) => ({
      ...action,
      run: () => latest.current.find((one) => one.id === action.id)?.run(),
    }));
    return actions.add(stable);
  }, [key]);
}

/** All actions possible now, for the palette. */
export function useActionList(): readonly Action[] {
  return useSyncExternalStore(
    (listener) => actions.onChange(listener),
    () => actions.list(),
  );
}
