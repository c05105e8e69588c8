import type * as Y from 'yjs';
import { FromStore } from './apply-rows.ts';
import { type Copy, CopyWriter } from './copy-writer.ts';
import { databaseName } from './database.ts';
import type { Described, OpenDocument } from './document-store.ts';
import { merged } from './edit-rows.ts';
import type { RowAuthor } from './edit-rows.ts';
import { EqualPlaces } from './equal-places.ts';
import type { JournalLink } from './journal-link.ts';
import { JournalWriter } from './journal-writer.ts';
import type { Loaded } from './load-union.ts';
import { RemoteOrigin } from './remote-origin.ts';
import type { StoreWork } from './store-work.ts';
import { foldJournal, noCopy } from './no-copy.ts';
import { within } from './within.ts';

/** From this many small rows on a copy is worth compacting: 450 extra rows make opening 1.14 times slower. */
const manyRows = 500;
/** Bytes up to which a row counts as small, and from which one is so large that applying it holds the window up. */
const smallRow = 16 * 1024;
const hugeRow = 256 * 1024;

export interface KeepOptions {
  readonly docId: string;
  readonly doc: Y.Doc;
  readonly link: JournalLink;
  readonly work: StoreWork;
  readonly patience: number;
  /** Whether a copy is kept in the window's own storage. */
  readonly copies: boolean;
  readonly describe: (origin: unknown) => Described;
  readonly author: () => RowAuthor;
  /** The notebook's title, for its folder. */
  readonly title: () => string;
  /** Whether the copy must not be written: the disk is nearly full. */
  readonly resting: () => boolean;
  /** Told after edits have reached the journal. */
  readonly onKept: () => void;
  /** Told when the document is being closed and a store has all of it. */
  readonly onStored: () => void;
  /** Told when everything is stored and nobody writes any more. */
  readonly onClosed: () => Promise<void>;
}

/** Milliseconds between attempts to store a document that is being closed and that neither store has whole. */
const closeAgain = 1000;

const plain: Described = { origin: 'edit', step: 0 };

/** Keeps a loaded document stored, in both stores where there are two, until it is closed: "saved" is what the journal has. */
export function keepDocument(loaded: Loaded, options: KeepOptions): OpenDocument {
  const { docId, doc, link, work, patience, copies } = options;
  const name = databaseName(docId);
  const places = new EqualPlaces(loaded.mark, loaded.journalSize);
  const notices = [...loaded.notices, ...link.takeNotices()];
  const lacking = loaded.forCopy.length + loaded.forJournal.length;
  const isSettled = loaded.reached && lacking === 0 && loaded.place !== null && loaded.mark?.seq === loaded.place.seq;
  // Nothing is made of a document before something is written into it.
  const isNew = doc.store.clients.size === 0;
  const listeners = new Set<() => void>();
  const tell = (): void => [...listeners].forEach((listener) => listener());
  const folding = createFolding({ loaded, places, work, name, docId, link, copies, keepMark: () => copy.keepMark() });

  const journal: JournalWriter = new JournalWriter({
    docId,
    doc,
    link,
    place: loaded.place,
    reached: loaded.reached,
    settled: isSettled || isNew,
    title: options.title,
    elsewhere: () => copy.healthy,
    patience,
    onCut: (batch) => copy.cut(batch),
    onKept: (batch, place, bytes) => {
      places.kept(batch, place, bytes);
      if (bytes > 0) options.onKept();
      if (!copies) folding.look(0);
    },
    onNotice: (notice) => {
      notices.push(notice);
      tell();
    },
  });
  const onCopied = (batch: number, key: number): void => places.copied(batch, key);
  const copy: Copy = copies
    ? new CopyWriter({
        name,
        doc,
        db: loaded.copy?.db ?? null,
        lastKey: loaded.copy?.lastKey ?? null,
        resting: options.resting,
        endBatch: () => journal.send(),
        onCopied,
        mark: () => places.mark(),
        onIdle: (written) => folding.look(written),
      })
    : noCopy(onCopied);

  const describedBy = (origin: unknown): Described =>
    origin instanceof RemoteOrigin ? { origin: 'remote', step: 0, author: origin.author } : options.describe(origin);
  const take = (update: Uint8Array, origin: unknown): void => {
    copy.take(update);
    if (origin instanceof FromStore) return;
    const { author = options.author(), ...described } = describedBy(origin);
    const said = origin instanceof RemoteOrigin ? origin.take(doc) : null;
    journal.take({ update: said === null ? update : merged(said), at: Date.now(), author, ...described });
  };
  for (const update of loaded.forCopy) copy.take(update);
  // Edits that this device had made and not stored yet, or all of a notebook that an earlier version wrote.
  const described: Described = loaded.mark === null ? { origin: 'merge', step: 0 } : plain;
  for (const update of loaded.forJournal)
    journal.take({ update, at: Date.now(), author: options.author(), ...described });
  doc.on('update', take);
  if (!isSettled && !isNew) journal.send();
  journal.onState(tell);
  folding.look(0);

  let closing: Promise<void> | null = null;
  /** Stores what there is; whether one of the two stores has it all. */
  async function isStored(): Promise<boolean> {
    const { kind } = await journal.flush();
    // A copy that does not answer is not waited for when the journal has everything.
    await within(patience, copy.flush(), undefined);
    return kind !== 'failed' || copy.healthy;
  }

  async function close(): Promise<void> {
    while (!(await isStored())) await new Promise((resolve) => setTimeout(resolve, closeAgain));
    options.onStored();
    await within(patience, copy.keepMark(), undefined);
    doc.off('update', take);
    journal.close();
    await within(patience, folding.done(), undefined);
    copy.close();
    await options.onClosed();
  }
  return {
    session: link.session,
    state: () => journal.state(),
    onState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notices: () => notices,
    flush: () => journal.flush(),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

interface FoldingParts {
  readonly loaded: Loaded;
  readonly places: EqualPlaces;
  readonly work: StoreWork;
  readonly name: string;
  readonly docId: string;
  readonly link: JournalLink;
  readonly copies: boolean;
  readonly keepMark: () => Promise<void>;
}

/** Decides when rows are taken together and checkpoints made, one after another and away from the window's thread. */
function createFolding({ loaded, places, work, name, docId, link, copies, keepMark }: FoldingParts): {
  look(written: number): void;
  done(): Promise<void>;
} {
  const sizes = loaded.copy === null ? [] : loaded.sizes;
  let small = sizes.filter((bytes) => bytes < smallRow).length;
  let huge = sizes.some((bytes) => bytes > hugeRow);
  let running: Promise<void> | null = null;

  async function fold(compact: boolean, state: boolean): Promise<void> {
    await keepMark();
    const folded = copies
      ? await work.fold({ name, compact, state })
      : await foldJournal(link, { docId, mark: places.mark(), work });
    if (folded?.state === null || folded === null) return;
    const made = await link.checkpoint(docId, folded.mark.seq, folded.state);
    if (made.ok) places.checkpointed(folded.mark, folded.state.byteLength);
  }

  return {
    look: (written) => {
      const compact = huge || small + written >= manyRows;
      const state = places.wantsCheckpoint;
      if (running !== null || !(compact || state)) return;
      if (compact) {
        small = -written;
        huge = false;
      }
      // A failure loses nothing and is tried again another time.
      running = fold(compact, state)
        .catch(() => undefined)
        .finally(() => (running = null));
    },
    done: () => running ?? Promise.resolve(),
  };
}
