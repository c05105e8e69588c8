import * as Y from 'yjs';
import type { JournalRow } from '../../../shared/bridge/index.ts';

/** What of a journal row taking steps back needs. */
export type StepRow = Pick<JournalRow, 'bytes' | 'session' | 'origin' | 'step'>;

/** A step, or its part in one document, that was taken back or done again: what is to be applied to the open document. */
export interface TakenStep {
  readonly docId: string;
  readonly update: Uint8Array;
}

interface Copy {
  readonly doc: Y.Doc;
  readonly manager: Y.UndoManager;
}

interface Step {
  readonly docId: string;
  readonly number: number;
}

const followed = 'followed';
const passing = 'passing';

/**
 * The undo steps of an earlier session, made anew out of the journal. The documents that are open have let go of what was deleted
 * before, so that Yjs's own undo cannot bring it back; these are copies that keep everything: the state before the session,
 * then its rows once more, each under its step. Taking a step back here gives an update for the open document.
 */
export class EarlierSteps {
  readonly #session: string;
  readonly #copies = new Map<string, Copy>();
  #done: Step[] = [];
  #undone: Step[] = [];

  /** @param session whose steps */
  constructor(session: string) {
    this.#session = session;
  }

  /** Adds a document: a state (V2) or null, and the rows behind it, the session's among them. Call once per document. */
  load(docId: string, state: Uint8Array | null, rows: readonly StepRow[]): void {
    const doc = new Y.Doc({ gc: false });
    if (state !== null) Y.applyUpdateV2(doc, state, passing);
    const manager = new Y.UndoManager(doc, {
      trackedOrigins: new Set<unknown>([followed]),
      // Steps end where the rows say so, never by the clock.
      captureTimeout: Number.MAX_SAFE_INTEGER,
    });
    const steps: Step[] = [];
    for (const row of rows) this.#replay({ doc, manager }, docId, row, steps);
    this.#copies.set(docId, { doc, manager });
    this.#done = [...this.#done, ...steps].sort((a, b) => a.number - b.number);
  }

  /** Follows what happens to the open document meanwhile. */
  follow(docId: string, update: Uint8Array): void {
    const copy = this.#copies.get(docId);
    if (copy !== undefined) Y.applyUpdate(copy.doc, update, passing);
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Takes the latest step back, in every document it touched; nothing where none is left. */
  undo(): readonly TakenStep[] {
    return this.#take(this.#done, this.#undone, (manager) => manager.undo());
  }

  /** Does the step again that was taken back last. */
  redo(): readonly TakenStep[] {
    return this.#take(this.#undone, this.#done, (manager) => manager.redo());
  }

  /** A new step was made: what was taken back cannot be done again any more. */
  forgetUndone(): void {
    this.#undone = [];
    for (const { manager } of this.#copies.values()) manager.clear(false, true);
  }

  #replay({ doc, manager }: Copy, docId: string, row: StepRow, steps: Step[]): void {
    const own = row.session === this.#session && row.step > 0;
    if (own && row.origin === 'undo') {
      // It takes back the latest step still there: that one needs no taking back any more.
      manager.undoStack.pop();
      steps.pop();
    }
    const counts = own && row.origin !== 'undo';
    if (counts && steps.at(-1)?.number !== row.step) manager.stopCapturing();
    const before = manager.undoStack.length;
    Y.applyUpdate(doc, row.bytes, counts ? followed : passing);
    if (manager.undoStack.length > before) steps.push({ docId, number: row.step });
  }

  #take(from: Step[], to: Step[], act: (manager: Y.UndoManager) => unknown): readonly TakenStep[] {
    const taken: TakenStep[] = [];
    for (let step = from.pop(); step !== undefined; step = from.pop()) {
      const copy = this.#copies.get(step.docId);
      const update = copy === undefined ? null : updateOf(copy.doc, () => act(copy.manager));
      // Nothing changes where somebody else's later edits left nothing of the step: go on to the one before.
      if (update !== null) {
        to.push(step);
        taken.push({ docId: step.docId, update });
      }
      if (taken.length > 0 && from.at(-1)?.number !== step.number) break;
    }
    return taken;
  }
}

/** What an act changed, as one update; null where it changed nothing. */
function updateOf(doc: Y.Doc, act: () => unknown): Uint8Array | null {
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array): void => void updates.push(update);
  doc.on('update', collect);
  act();
  doc.off('update', collect);
  return updates.length === 0 ? null : Y.mergeUpdates(updates);
}
