import * as Y from 'yjs';
import type { DocumentStore, OpenDocument } from './document-store.ts';
import { RemoteOrigin } from './remote-origin.ts';

/** What the cases of the stores have in common. */

/** A kind of store under test. Faults that a kind cannot have are left out, and so are the cases that need them. */
export interface StoreHarness {
  /** A new window on the same data. */
  window(): DocumentStore;
  /** Makes one stored row of a document unreadable. */
  readonly damage?: (docId: string) => Promise<void>;
  /** Loses one stored row that later ones build on. */
  readonly loseRow?: (docId: string) => Promise<void>;
  /** Refuses every write from now on, as a full disk does; returns the way to stop. */
  readonly refuse?: () => () => void;
  /** Keeps a document's store from answering; returns the way to stop. */
  readonly stall?: (docId: string) => Promise<() => Promise<void>>;
}

export interface StoreCase {
  readonly name: string;
  readonly needs: readonly ('damage' | 'loseRow' | 'refuse' | 'stall')[];
  run(harness: StoreHarness): Promise<void>;
}

let serial = 0;
/** The id of a document that nobody has made yet. */
export const newId = (): string => `suite-${Date.now().toString(36)}-${(serial += 1)}`;

export function check(condition: boolean, expectation: string): asserts condition {
  if (!condition) throw new Error(`Expected: ${expectation}`);
}

/** Compares as JSON. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  check(a === b, `${what} to be ${b}, not ${a}`);
}

/** What Mara, a teammate, changed. */
export const mara = new RemoteOrigin({ name: 'Mara', id: 'mara-1' });

/** A teammate’s copy of a document as it is now. `take` gives what was changed there since it was asked last. */
export function peerOf(original: Y.Doc): {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  take(): readonly Uint8Array[];
} {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(original));
  let updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  return {
    doc,
    text: doc.getText('words'),
    take: () => {
      const taken = updates;
      updates = [];
      return taken;
    },
  };
}

/** A document that is held open. */
export interface Held {
  readonly docId: string;
  readonly doc: Y.Doc;
  readonly open: OpenDocument;
  readonly text: Y.Text;
}

export async function hold(store: DocumentStore, docId: string, create = false): Promise<Held> {
  const doc = new Y.Doc();
  const open = await store.open(docId, doc, { create });
  if (!open.ok) throw new Error(`Expected ${docId} to open: ${open.error.reason}, ${open.error.message}`);
  return { docId, doc, open: open.value, text: doc.getText('words') };
}

/** The text that a store has. */
export async function stored(store: DocumentStore, docId: string): Promise<string> {
  const held = await hold(store, docId, false);
  const text = held.text.toString();
  await held.open.close();
  return text;
}
