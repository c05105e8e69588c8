import * as Y from 'yjs';
import { QuickDecoder } from './quick-decoder.ts';
import { RemoteOrigin } from './remote-origin.ts';
import { inSlices } from './time-slices.ts';

/** The origin of what is loaded out of a store: it is not stored there again. */
export class FromStore {
  readonly store: 'copy' | 'journal';

  constructor(store: 'copy' | 'journal') {
    this.store = store;
  }
}

/**
 * Applies updates that are stored, or come from teammates, to a document, in slices of time, and gives the places of those that cannot be read. They are skipped, all
 * others are applied.
 * @param values bytes of Yjs updates (V1); anything else is damage
 * @param followed whether somebody observes the document and is to be told
 */
export async function applyRows(
  doc: Y.Doc,
  values: readonly unknown[],
  origin: FromStore | RemoteOrigin,
  { followed = false }: { readonly followed?: boolean } = {},
): Promise<readonly number[]> {
  const bad: number[] = [];
  await inSlices(
    values.map((value, at) => ({ value, at })),
    ({ value, at }) => {
      try {
        if (!(value instanceof Uint8Array)) throw new TypeError('A row is not bytes');
        const isComplete = !hasGaps(doc);
        Y.applyUpdateV2(doc, value, origin, QuickDecoder);
        if (origin instanceof RemoteOrigin) origin.note(doc, value, isComplete && !hasGaps(doc));
      } catch {
        bad.push(at);
      }
    },
    (run) =>
      Y.transact(
        doc,
        ({ changed }) => {
          run();
          // For each type that is not new in this slice Yjs would make an event that nobody hears.
          if (!followed) changed.clear();
        },
        origin,
        false,
      ),
  );
  return bad;
}

/** Applies updates like `applyRows`, and gives those parts of them that the document did not have yet. */
export async function applyNew(
  doc: Y.Doc,
  values: readonly unknown[],
  origin: FromStore,
  options?: { readonly followed: boolean },
): Promise<{ readonly news: readonly Uint8Array[]; readonly bad: readonly number[] }> {
  const news: Uint8Array[] = [];
  const take = (update: Uint8Array): void => void news.push(update);
  doc.on('update', take);
  try {
    return { news, bad: await applyRows(doc, values, origin, options) };
  } finally {
    doc.off('update', take);
  }
}

/** Whether updates are there that build on others which are not: what can be seen of the document is not all of it. */
export function hasGaps(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

/** Forgets updates that build on others nobody has. */
export function dropGaps(doc: Y.Doc): void {
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
}
