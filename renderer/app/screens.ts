import type { LoadProblem } from '../persistence/document-store.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { NotebookHistory } from '../history/index.ts';
import type { NotebookSearch } from '../search/index.ts';
import type { NotebookSession } from '../session/notebook-session.ts';
import type { OpenRoom } from '../sync/index.ts';
import { ViewState } from '../session/view-state.ts';

/** An open notebook and what was opened with it. */
export interface OpenedNotebook {
  readonly session: NotebookSession;
  readonly search: NotebookSearch;
  readonly history: NotebookHistory;
  /** Where teammates are met, where the notebook is shared. */
  readonly room: OpenRoom;
  /** Resolves when everything is stored, or said not to be. */
  close(): Promise<void>;
}

/** What is opened and has to be closed again. */
interface Closable {
  close(): Promise<void>;
}

/** What fills the window. */
export type Screen<N extends Closable = OpenedNotebook> =
  | { readonly kind: 'home' }
  | { readonly kind: 'opening'; readonly id: string }
  | { readonly kind: 'failed'; readonly id: string; readonly problem: LoadProblem }
  | OpenScreen<N>;

export interface OpenScreen<N extends Closable = OpenedNotebook> {
  readonly kind: 'open';
  readonly id: string;
  readonly notebook: N;
  readonly view: ViewState;
  /** It was made just now: its title waits for its first letters. */
  readonly isNew: boolean;
}

/** What changing screens needs from outside. */
export interface ScreenServices<N extends Closable> {
  open(id: string): Promise<Result<N, LoadProblem>>;
  /** Keeps which notebook is open, for the next start. */
  remember(id: string | null): void;
}

/** Which screen is shown. Notebooks are opened and closed here, outside of any component's life. */
export class Screens<N extends Closable = OpenedNotebook> {
  readonly #services: ScreenServices<N>;
  readonly #listeners = new Set<() => void>();
  #screen: Screen<N> = { kind: 'home' };
  /** Grows with every request: one that was overtaken closes what it opened. */
  #turn = 0;

  constructor(services: ScreenServices<N>) {
    this.#services = services;
  }

  current(): Screen<N> {
    return this.#screen;
  }

  /** Opens a stored notebook in place of what is shown. `isNew`: it was made just now. */
  async open(id: string, { isNew = false }: { readonly isNew?: boolean } = {}): Promise<void> {
    const shown = this.#screen;
    if (shown.kind === 'open' && shown.id === id) return;
    const turn = await this.#leave({ kind: 'opening', id });
    const opened = await this.#services.open(id);
    if (turn !== this.#turn) {
      if (opened.ok) await opened.value.close();
      return;
    }
    if (!opened.ok) {
      this.#show({ kind: 'failed', id, problem: opened.error });
      return;
    }
    this.#services.remember(id);
    this.#show({ kind: 'open', id, notebook: opened.value, view: new ViewState(), isNew });
  }

  /** Back to the list of notebooks. Resolves when everything is stored, or said not to be. */
  async home(): Promise<void> {
    this.#services.remember(null);
    await this.#leave({ kind: 'home' });
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #leave(next: Screen<N>): Promise<number> {
    this.#turn += 1;
    const turn = this.#turn;
    const before = this.#screen;
    this.#show(next);
    // Shown first, closed after: nothing on the screen may still use what is closed.
    if (before.kind === 'open') await before.notebook.close();
    return turn;
  }

  #show(screen: Screen<N>): void {
    this.#screen = screen;
    for (const listener of [...this.#listeners]) listener();
  }
}
