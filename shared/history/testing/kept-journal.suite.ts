import * as Y from 'yjs';
import type { JournalRow, RowOrigin } from '../../bridge/index.ts';
import type { Writer } from '../../story/commands/writer.ts';
import { initialiseDocument } from '../../story/document.ts';
import { NotebookArchive } from '../archive.ts';

export const notebook = 'notebook';
export const minute = 60_000;
/** When the first row is written: 26 March 2021, 12:00 UTC. */
export const start = Date.UTC(2021, 2, 26, 12);

/** Who works on what. */
export interface Work {
  readonly author?: string;
  readonly session?: string;
  readonly origin?: RowOrigin;
  readonly step?: number;
}

/** A notebook that keeps its own journal: each piece of work becomes one row of each document it touched. */
export class KeptJournal {
  readonly doc = new Y.Doc({ guid: notebook });
  readonly rows: JournalRow[] = [];
  readonly writer: Writer;
  /** Milliseconds since 1970; set by tests. */
  now = start;
  readonly #docs = new Map<string, Y.Doc>();
  #ids = 0;
  #updates = new Map<string, Uint8Array[]>();

  /** @param content what the document has before its history begins */
  constructor(content?: Uint8Array) {
    this.follow(this.doc);
    this.writer = {
      doc: this.doc,
      author: 'Mara',
      newId: () => `id-${String((this.#ids += 1)).padStart(6, '0')}`,
      now: () => new Date(this.now).toISOString(),
    };
    if (content === undefined) this.write({}, () => initialiseDocument(this.doc, notebook));
    else this.write({ origin: 'merge' }, () => Y.applyUpdate(this.doc, content));
  }

  /** Keeps a document's updates from now on; its guid is its id. */
  follow(doc: Y.Doc): void {
    this.#docs.set(doc.guid, doc);
    doc.on('update', (update: Uint8Array) => {
      this.#updates.set(doc.guid, [...(this.#updates.get(doc.guid) ?? []), update]);
    });
  }

  /** The text of a draft. */
  draft(id: string): Y.Doc {
    const guid = `${notebook}.draft.${id}`;
    const known = this.#docs.get(guid);
    if (known !== undefined) return known;
    const doc = new Y.Doc({ guid });
    this.follow(doc);
    return doc;
  }

  /** Does some work and writes the rows of it. */
  write<T>({ author = 'Mara', session = 'first', origin = 'edit', step = 0 }: Work, work: () => T): T {
    const result = work();
    for (const [doc, updates] of this.#updates) {
      const info = { at: this.now, kept: this.now, author, authorId: null, session, origin, step };
      this.rows.push({ seq: this.rows.length + 1, doc, bytes: Y.mergeUpdates(updates).slice(), ...info });
    }
    this.#updates = new Map();
    return result;
  }

  /** Takes in what a teammate wrote, and keeps it as they wrote it: a document would tell only what is left of it. */
  receive(doc: Y.Doc, bytes: Uint8Array, author: string): void {
    Y.applyUpdate(doc, bytes);
    this.#updates.delete(doc.guid);
    const info = { at: this.now, kept: this.now, author, authorId: null, session: 'theirs', origin: 'remote' as const };
    this.rows.push({ seq: this.rows.length + 1, doc: doc.guid, bytes: new Uint8Array(bytes), ...info, step: 0 });
  }

  /** Time passes, milliseconds. */
  wait(time: number): this {
    this.now += time;
    return this;
  }

  archive(): NotebookArchive {
    const archive = new NotebookArchive(notebook);
    for (const row of this.rows) archive.add(row);
    return archive;
  }
}
