import { useEffect, useRef, useState, useSyncExternalStore } from 'react';

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

interface Offer {
  readonly rank: number;
  readonly actions: readonly Action[];
}

/** The actions possible right now, by id. Views add theirs while they are on screen. */
export class ActionRegistry {
  #offers: readonly Offer[] = [];
  #actions: readonly Action[] = [];
  #ranks = 0;
  readonly #listeners = new Set<() => void>();

  /** A rank behind all that were given: of two actions with one id or shortcut, the one of the higher rank is run. */
  rank(): number {
    this.#ranks += 1;
    return this.#ranks;
  }

  /** Returns the way to take them out again. What is offered anew under its rank stands where it stood. */
  add(actions: readonly Action[], rank = this.rank()): () => void {
    const offer = { rank, actions };
    this.#set([...this.#offers, offer].sort((a, b) => a.rank - b.rank));
    return () => this.#set(this.#offers.filter((one) => one !== offer));
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

  /** Runs it now, or once it is offered: what offers it may still be loading. */
  runSoon(id: string): void {
    if (this.run(id)) return;
    const stop = this.onChange(() => {
      if (!this.#actions.some((one) => one.id === id)) return;
      stop();
      this.run(id);
    });
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(offers: readonly Offer[]): void {
    this.#offers = offers;
    this.#actions = offers.flatMap(({ actions }) => actions);
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The window's one registry: actions exist on the home screen too, without a notebook. */
export const actions = new ActionRegistry();

/** Offers actions while the component is mounted. Titles and ids may change with the rendering; `run` is always the latest. */
export function useActions(offered: readonly Action[]): void {
  // What is around is drawn before what is inside, and stays behind it, whichever changes its actions later.
  const [rank] = useState(() => actions.rank());
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
    return actions.add(stable, rank);
  }, [key, rank]);
}

/** All actions possible now, for the palette. */
export function useActionList(): readonly Action[] {
  return useSyncExternalStore(
    (listener) => actions.onChange(listener),
    () => actions.list(),
  );
}
