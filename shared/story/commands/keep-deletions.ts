import * as Y from 'yjs';
import { entriesMap, parseEntriesName, parseLateName } from '../document.ts';
import { beforeTransaction } from '../reading/content-digest.ts';
import { contestedOf, isDeletedAs, isInNotebook } from '../reading/contested.ts';
import type { EntryRef } from '../ref.ts';
import { refKey } from '../ref.ts';
import { noteDeletedAs } from './delete-entry.ts';
import { UpkeepOrigin } from './writer.ts';

/**
 * Keeps true what deletions say they saw when steps are taken back or done again. Who takes back the adding of an entry deletes it as it
 * is then; and what is taken back of an entry in the trash does not bring it out of there, for who did it knew.
 * @param isTakingBack whether a transaction of this origin takes back one's own steps or does them again
 */
export function keepDeletions(doc: Y.Doc, isTakingBack: (origin: unknown) => boolean): void {
  doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
    if (!isTakingBack(transaction.origin)) return;
    const then = beforeTransaction(transaction);
    const refs = entriesChanged(transaction).filter(({ isMarkedAnew, ...ref }) => {
      const stored = entriesMap(doc, ref.kind).get(ref.id);
      if (stored === undefined || !stored.has('deletedAt')) return false;
      if (!isDeletedAs(stored)) return true;
      // Taking back that a contested entry was moved to the trash contests it again.
      if (isMarkedAnew) return false;
      return contestedOf(doc, ref, stored) !== null && !isInNotebook(doc, ref, stored, then);
    });
    if (refs.length === 0) return;
    doc.transact(() => {
      for (const ref of refs) {
        const stored = entriesMap(doc, ref.kind).get(ref.id);
        const at: unknown = stored?.get('deletedAt');
        if (stored !== undefined && typeof at === 'string') noteDeletedAs(doc, ref, stored, at);
      }
    }, new UpkeepOrigin());
  });
}

interface ChangedEntry extends EntryRef {
  /** Whether it was deleted, restored, or one of these taken back. */
  readonly isMarkedAnew: boolean;
}

/** The entries that a transaction wrote into. */
function entriesChanged({ changed }: Y.Transaction): readonly ChangedEntry[] {
  const entries = new Map<string, ChangedEntry>();
  for (const [type, keys] of changed) {
    const ref = entryOf(type);
    if (ref === null) continue;
    // Nothing that an entry holds has a key of this name.
    const isMarkedAnew = keys.has('deletedAt') || entries.get(refKey(ref))?.isMarkedAnew === true;
    entries.set(refKey(ref), { ...ref, isMarkedAnew });
  }
  return [...entries.values()];
}

type StoredType = Pick<Y.AbstractType<unknown>, '_item'>;

/** The entry that a stored type is, or is part of. */
function entryOf(type: StoredType): EntryRef | null {
  const path: string[] = [];
  let inner: StoredType = type;
  for (let item = inner._item; item !== null; item = inner._item) {
    path.push(item.parentSub ?? '');
    // A type that is in the document has its parent there: ids stand in for parents only until an item is integrated.
    inner = item.parent as StoredType;
  }
  // What the loop ends at is a root type.
  const root = Y.findRootTypeKey(inner as Y.AbstractType<Y.YEvent<never>>);
  const [kind, id] = [parseEntriesName(root), path.at(-1)];
  if (kind !== null) return id === undefined ? null : { kind, id };
  const late = parseLateName(root);
  return late === null ? null : { kind: late.kind, id: late.id };
}
