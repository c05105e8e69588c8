import type { JournalRow } from '../bridge/index.ts';
import { draftDocId, draftIdOf, rootDocId } from '../story/document.ts';
import type { EntryRef } from '../story/ref.ts';
import type { Beginning, Sitting } from './change.ts';
import { DocumentRows } from './document-rows.ts';
import type { RowInfo } from './document-rows.ts';
import { DraftReplay } from './draft-replay.ts';
import type { Track } from './record.ts';
import { RootReplay } from './root-replay.ts';

/** Work with longer pauses than this, milliseconds, is two sittings. */
const sittingPause = 5 * 60_000;

/** All rows of a notebook's documents and what they did. Rows are added in the order of their numbers, document by document. */
export class NotebookArchive {
  readonly notebook: string;
  readonly root = new RootReplay();
  readonly drafts = new Map<string, DraftReplay>();
  readonly #rows = new Map<string, DocumentRows>();
  #version = 0;
  #unreadable = 0;

  constructor(notebook: string) {
    this.notebook = notebook;
  }

  /** Grows with every row. */
  get version(): number {
    return this.#version;
  }

  /** How many rows were left out because they are no update. */
  get unreadable(): number {
    return this.#unreadable;
  }

  get lastSeq(): number {
    return Math.max(0, ...[...this.#rows.values()].map((rows) => rows.lastSeq));
  }

  /** Takes a row in; those of documents that are no part of the notebook are left out. */
  add({ doc, bytes, ...info }: JournalRow): void {
    const replay = this.#replayOf(doc);
    const rows = this.rowsOf(doc);
    if (replay === null || info.seq <= rows.lastSeq) return;
    try {
      replay.apply(info, bytes);
      rows.add(info, bytes);
      this.#version += 1;
    } catch {
      // Its checksum fits and it is no update all the same: another version wrote it, or somebody who means harm.
      this.#unreadable += 1;
    }
  }

  rowsOf(doc: string): DocumentRows {
    const known = this.#rows.get(doc);
    if (known !== undefined) return known;
    const rows = new DocumentRows();
    this.#rows.set(doc, rows);
    return rows;
  }

  rootRows(): DocumentRows {
    return this.rowsOf(rootDocId(this.notebook));
  }

  draftRows(draftId: string): DocumentRows {
    return this.rowsOf(draftDocId(this.notebook, draftId));
  }

  /** The updates (V1) of some rows, of whatever document. */
  *updatesOf(accepts: (row: RowInfo) => boolean): Generator<Uint8Array> {
    for (const rows of this.#rows.values()) for (const [info, bytes] of rows.slice(0)) if (accepts(info)) yield bytes;
  }

  /** Where history begins; null while there is none. */
  beginning(): Beginning | null {
    const [first] = this.rootRows().infos;
    if (first === undefined) return null;
    return { kept: first.kept, hadContent: this.root.record.strokes[0]?.begins === true };
  }

  /** The entries that something happened to after a moment (milliseconds since 1970), drafts' texts included. */
  touchedSince(kept: number): readonly EntryRef[] {
    const isLater = ({ recorded }: Track): boolean => (recorded.at(-1)?.last.kept ?? 0) > kept;
    const { tracks } = this.root;
    const entries = tracks.refs().filter((ref) => tracks.ofEntry(ref).some(isLater));
    const drafts = [...this.drafts].filter(([, { track }]) => isLater(track)).map(([id]) => ({ kind: 'drafts', id }));
    return [...entries, ...drafts];
  }

  /** When work was done, oldest first; where there are more than `limit`, those with the shortest pauses are joined. */
  sittings(limit: number): readonly Sitting[] {
    const times = [...this.#rows.values()].flatMap(({ infos }) => infos.map((info) => info.kept)).sort((a, b) => a - b);
    const pauses = times.map((time, index) => time - (times[index - 1] ?? time));
    const longest = pauses.filter((pause) => pause > sittingPause).sort((a, b) => b - a);
    const atLeast = longest[Math.max(0, limit - 1)] ?? sittingPause;
    const sittings: Sitting[] = [];
    times.forEach((time, index) => {
      const last = sittings.at(-1);
      if (last === undefined || (pauses[index] ?? 0) > atLeast) sittings.push({ from: time, to: time, rows: 1 });
      else sittings[sittings.length - 1] = { from: last.from, to: time, rows: last.rows + 1 };
    });
    return sittings;
  }

  dispose(): void {
    this.root.dispose();
    for (const draft of this.drafts.values()) draft.dispose();
  }

  #replayOf(doc: string): RootReplay | DraftReplay | null {
    if (doc === rootDocId(this.notebook)) return this.root;
    const draftId = draftIdOf(this.notebook, doc);
    if (draftId === null) return null;
    const known = this.drafts.get(draftId);
    if (known !== undefined) return known;
    const draft = new DraftReplay(draftId);
    this.drafts.set(draftId, draft);
    return draft;
  }
}
