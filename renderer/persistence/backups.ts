import type { DocumentState, SnapshotInfo } from '../../shared/bridge/index.ts';
import { databaseName, databaseNames, documentOf } from './database.ts';
import { notebookOf } from './document-links.ts';
import type { JournalLink } from './journal-link.ts';
import type { StoreWork } from './store-work.ts';

/** Milliseconds of editing after which a backup is made. */
const editing = 10 * 60 * 1000;

/** Makes a backup of all of a notebook's documents as they are stored. Null where one of them cannot be read, or it is not taken. */
export async function backUpNotebook(link: JournalLink, work: StoreWork): Promise<SnapshotInfo | null> {
  const states: DocumentState[] = [];
  for (const doc of await documentsOf(link)) {
    // Out of the journal: what it has is what was confirmed. All of it is done in the worker.
    const bytes = await stateIn(link, work, doc);
    if (bytes === null) return null;
    states.push({ doc, bytes: bytes.slice() });
  }
  if (states.length === 0) return null;
  const made = await link.snapshot(states);
  return made.ok ? made.value : null;
}

async function documentsOf(link: JournalLink): Promise<readonly string[]> {
  const stored = (await databaseNames()).map(documentOf).filter((doc) => doc !== null);
  return [...new Set([...stored.filter((doc) => notebookOf(doc) === link.notebook), ...link.documents])].sort();
}

/** The copy is read where there is one that is whole: it need not go through the bridge. */
async function stateIn(link: JournalLink, work: StoreWork, doc: string): Promise<Uint8Array | null> {
  const stored = await work.storedState(databaseName(doc)).catch(() => null);
  if (stored !== null) return stored;
  const share = await link.share(doc, null);
  return share.ok ? await work.stateOf(await link.values(doc, share.value)) : null;
}

/** Knows when a notebook is due for a backup: after so long of editing, and when it is closed after edits. */
export class BackupClock {
  readonly #now: () => number;
  readonly #edited = new Map<string, { since: number }>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Notes an edit. Whether a backup is due now. */
  edited(notebook: string): boolean {
    const known = this.#edited.get(notebook);
    if (known === undefined) this.#edited.set(notebook, { since: this.#now() });
    return known !== undefined && this.#now() - known.since >= editing;
  }

  /** Whether there were edits since the last backup. */
  isDue(notebook: string): boolean {
    return this.#edited.has(notebook);
  }

  made(notebook: string): void {
    this.#edited.delete(notebook);
  }
}
