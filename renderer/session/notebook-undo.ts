import * as Y from 'yjs';
import { CommandOrigin } from '../../shared/story/commands/writer.ts';

/** What a step can remember about where it happened, so that undoing it can show the place. */
export interface UndoPlace {
  readonly docId: string;
}

interface Scope {
  readonly docId: string;
  readonly manager: Y.UndoManager;
}

/** Steps from before this session, which undo goes on with. They come out of the journal, and so take a moment. */
export interface EarlierLine {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Gives the document the step was in; null where there was nothing to take back. */
  undo(): Promise<string | null>;
  redo(): Promise<string | null>;
  /** A new step was made. */
  forgetUndone(): Promise<void>;
  onChange(listener: () => void): () => void;
}

/** A step, with its number: they count up while the notebook is open. */
interface Step {
  readonly docId: string;
  readonly number: number;
}

/**
 * One line of undo steps across the notebook's documents. Each document has a Y.UndoManager that follows only this
 * person's origins, so that undo never takes back somebody else's work; this keeps the order between them.
 */
export class NotebookUndo {
  readonly #scopes = new Map<string, Scope>();
  readonly #listeners = new Set<() => void>();
  #earlier: EarlierLine | null = null;
  #done: Step[] = [];
  #undone: Step[] = [];
  /** The latest step's number. */
  #last = 0;
  /** The number of the step that is being taken back or done again. */
  #replaying: number | null = null;
  #grouping = 0;
  /** The number of the steps of the running group, once it has one: they are taken back together. */
  #groupNumber: number | null = null;
  #lastTopic: string | null = null;

  /** Adds a document. `origins`: what counts as this person's own edits there, besides commands. */
  add(
    docId: string,
    scope: ConstructorParameters<typeof Y.UndoManager>[0],
    origins: readonly unknown[] = [],
  ): Y.UndoManager {
    this.#scopes.get(docId)?.manager.destroy();
    const manager = new Y.UndoManager(scope, {
      trackedOrigins: new Set<unknown>([CommandOrigin, ...origins]),
      captureTimeout: 800,
    });
    this.#scopes.set(docId, { docId, manager });
    manager.on('stack-item-added', (event: { type: 'undo' | 'redo' }) => this.#added(docId, event.type));
    return manager;
  }

  /** Forgets a document that is closed, and its steps with it. */
  remove(docId: string): void {
    this.#scopes.get(docId)?.manager.destroy();
    this.#scopes.delete(docId);
    this.#done = this.#done.filter((step) => step.docId !== docId);
    this.#undone = this.#undone.filter((step) => step.docId !== docId);
    this.#tell();
  }

  /** Lets undo go on with earlier steps once this session's own are taken back. */
  goOnWith(earlier: EarlierLine): void {
    this.#earlier = earlier;
    earlier.onChange(() => this.#tell());
  }

  get canUndo(): boolean {
    return this.#done.length > 0 || this.#earlier?.canUndo === true;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0 || this.#earlier?.canRedo === true;
  }

  /** The document that the next step back, or forth, belongs to; null where there is none. */
  next(direction: 'undo' | 'redo'): string | null {
    return (direction === 'undo' ? this.#done : this.#undone).at(-1)?.docId ?? null;
  }

  /**
   * The number of the step that a change of this origin, just made, belongs to: for undo and redo that of the step taken back or
   * done again; 0 for a change that undo does not follow.
   */
  stepOf(origin: unknown): number {
    if (origin instanceof Y.UndoManager) return this.#replaying ?? 0;
    const kind: unknown = typeof origin === 'object' && origin !== null ? origin.constructor : origin;
    const followed = [...this.#scopes.values()].some(({ manager }) => manager.trackedOrigins.has(kind));
    return followed ? this.#last : 0;
  }

  /** Takes the latest step back. Returns where it was; null where there was nothing to take back. */
  undo(): UndoPlace | null {
    return this.#replay(this.#done, this.#undone, (manager) => manager.undo());
  }

  redo(): UndoPlace | null {
    return this.#replay(this.#undone, this.#done, (manager) => manager.redo());
  }

  /** As `undo`, and beyond this session's own steps. */
  async undoAny(): Promise<UndoPlace | null> {
    return this.undo() ?? placeOf(await this.#earlier?.undo());
  }

  /** As `redo`. What was taken back of earlier steps was taken back last, and is done again first. */
  async redoAny(): Promise<UndoPlace | null> {
    return placeOf(await this.#earlier?.redo()) ?? this.redo();
  }

  /** What follows is a step of its own, unless it goes on with the same `topic` (typing in one field). */
  step(topic: string | null = null): void {
    if (this.#grouping > 0) return;
    if (topic === null || topic !== this.#lastTopic) this.#stop();
    this.#lastTopic = topic;
  }

  /** Everything done inside is one step, however many transactions and documents and however long. */
  async group<T>(work: () => Promise<T>): Promise<T> {
    this.step();
    const managers = [...this.#scopes.values()].map((scope) => scope.manager);
    const before = managers.map((manager) => manager.captureTimeout);
    if (this.#grouping === 0) this.#groupNumber = null;
    this.#grouping += 1;
    for (const manager of managers) manager.captureTimeout = Number.MAX_SAFE_INTEGER;
    try {
      return await work();
    } finally {
      this.#grouping -= 1;
      managers.forEach((manager, index) => (manager.captureTimeout = before[index] ?? 800));
      this.step();
    }
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    for (const { manager } of this.#scopes.values()) manager.destroy();
    this.#scopes.clear();
  }

  #replay(from: Step[], to: Step[], apply: (manager: Y.UndoManager) => unknown): UndoPlace | null {
    this.#stop();
    let place: UndoPlace | null = null;
    try {
      for (let step = from.pop(); step !== undefined; step = from.pop()) {
        const scope = this.#scopes.get(step.docId);
        this.#replaying = step.number;
        // Null means that somebody else's later edits left nothing of the step to take back: go on to the one before.
        if (scope !== undefined && apply(scope.manager) !== null) {
          to.push(step);
          place ??= { docId: step.docId };
        }
        if (place !== null && from.at(-1)?.number !== step.number) break;
      }
      return place;
    } finally {
      this.#replaying = null;
      this.#tell();
    }
  }

  #added(docId: string, type: 'undo' | 'redo'): void {
    if (this.#replaying !== null || type === 'redo') return;
    if (this.#grouping === 0 || this.#groupNumber === null) this.#last += 1;
    if (this.#grouping > 0) this.#groupNumber = this.#last;
    this.#done.push({ docId, number: this.#last });
    this.#undone = [];
    void this.#earlier?.forgetUndone();
    for (const [id, { manager }] of this.#scopes) {
      if (id === docId) continue;
      manager.clear(false, true);
      // A step in one document ends the running step of every other, or the order between them would blur.
      manager.stopCapturing();
    }
    this.#tell();
  }

  #stop(): void {
    for (const { manager } of this.#scopes.values()) manager.stopCapturing();
    this.#lastTopic = null;
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function placeOf(docId: string | null | undefined): UndoPlace | null {
  return docId === null || docId === undefined ? null : { docId };
}
