import * as Y from 'yjs';
import type { DocumentState } from '../../shared/bridge/index.ts';
import type { NotebookArchive } from '../../shared/history/archive.ts';
import type { NotebookState, Pace } from '../../shared/history/compare.ts';
import { draftDocId, rootDocId } from '../../shared/story/document.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import { updatesOf } from '../persistence/state-bytes.ts';
import type { PastMoment } from './history.ts';

interface Past extends NotebookState {
  readonly moment: PastMoment;
  dispose(): void;
}

interface Backup {
  readonly name: string;
  /** Document id → updates (V1) that make up its state. */
  readonly states: ReadonlyMap<string, readonly Uint8Array[]>;
}

/** Earlier states for the worker: the one asked for last is kept, and so is the backup read last. */
export class PastStates {
  readonly #archive: NotebookArchive;
  #past: Past | null = null;
  #backup: Backup | null = null;

  constructor(archive: NotebookArchive) {
    this.#archive = archive;
  }

  /** Takes a backup in; one that is damaged is not here. Its states are inflated here, at the edge. */
  async read(name: string, states: readonly DocumentState[]): Promise<void> {
    const inflated = new Map<string, readonly Uint8Array[]>();
    try {
      for (const { doc, bytes } of states) inflated.set(doc, await updatesOf(bytes));
    } catch {
      return;
    }
    this.#backup = { name, states: inflated };
    if (this.#past?.moment.type === 'backup') this.#forget();
  }

  /** Updates (V1) that make up a document as it stood; `draft` null: the root document. Null where the backup is not here. */
  updates(moment: PastMoment, draft: string | null): readonly Uint8Array[] | null {
    const { notebook } = this.#archive;
    if (moment.type === 'kept') {
      const rows = draft === null ? this.#archive.rootRows() : this.#archive.draftRows(draft);
      return rows.updates(rows.countKept(moment.kept));
    }
    if (this.#backup?.name !== moment.name) return null;
    return this.#backup.states.get(draft === null ? rootDocId(notebook) : draftDocId(notebook, draft)) ?? [];
  }

  /** An earlier state to read; null where the backup is not here. */
  async state(moment: PastMoment, pace: Pace): Promise<NotebookState | null> {
    if (this.#past !== null && sameMoment(this.#past.moment, moment)) return this.#past;
    const updates = this.updates(moment, null);
    if (updates === null) return null;
    this.#forget();
    const doc = new Y.Doc();
    for (const update of updates) {
      Y.applyUpdate(doc, update);
      await pace();
    }
    const drafts = new Map<string, Y.Doc>();
    const reader = new StoryReader(doc);
    this.#past = {
      moment,
      reader,
      draft: (id) => {
        const draft = drafts.get(id) ?? docOf(this.updates(moment, id) ?? []);
        drafts.set(id, draft);
        return draft;
      },
      dispose: () => {
        reader.dispose();
        doc.destroy();
        for (const draft of drafts.values()) draft.destroy();
      },
    };
    return this.#past;
  }

  #forget(): void {
    this.#past?.dispose();
    this.#past = null;
  }
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

function sameMoment(a: PastMoment, b: PastMoment): boolean {
  return a.type === 'kept' ? b.type === 'kept' && a.kept === b.kept : b.type === 'backup' && a.name === b.name;
}
