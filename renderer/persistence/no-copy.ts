import type { Copy } from './copy-writer.ts';
import type { Mark } from './database.ts';
import type { Folded } from './fold.ts';
import type { JournalLink } from './journal-link.ts';
import type { StoreWork } from './store-work.ts';

const done = (): Promise<void> => Promise.resolve();

/**
 * The copy of a document in an encrypted library: there is none, for the window's own storage is not encrypted. It has nothing that
 * the journal has not.
 * @param onCopied told at every end of a batch, so that places in the journal are known without a copy
 */
export function noCopy(onCopied: (batch: number, key: number) => void): Copy {
  return {
    healthy: false,
    take: () => undefined,
    cut: (batch) => onCopied(batch, batch),
    flush: done,
    keepMark: done,
    close: () => undefined,
  };
}

interface JournalFolding {
  readonly docId: string;
  readonly mark: Mark | null;
  readonly work: StoreWork;
}

/** The state of a document up to a mark, made of what the journal has; null where it cannot be read. */
export async function foldJournal(link: JournalLink, { docId, mark, work }: JournalFolding): Promise<Folded | null> {
  const read = mark === null ? null : await link.read(docId, null);
  if (mark === null || read?.ok !== true || read.value.damaged > 0) return null;
  const rows = read.value.rows.filter(({ seq }) => seq <= mark.seq);
  const values = await link.values(docId, { ...read.value, rows, head: null, behind: false });
  const state = await work.stateOf(values);
  return state === null ? null : { mark, state };
}
