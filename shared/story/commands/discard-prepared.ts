import { unborn } from '../reading/contested.ts';
import { entriesMap } from '../document.ts';
import type { EntryRef } from '../ref.ts';
import { BirthOrigin } from './writer.ts';
import type { Writer } from './writer.ts';

/**
 * Takes back entries that were prepared and never shown. Nobody can have written into them, so these alone are really
 * removed; an entry that was shown in the meantime stays.
 */
export function discardPrepared(writer: Writer, refs: readonly EntryRef[]): void {
  writer.doc.transact(() => {
    for (const { kind, id } of refs) {
      const map = entriesMap(writer.doc, kind);
      if (map.get(id)?.get('deletedAt') === unborn) map.delete(id);
    }
  }, new BirthOrigin('import'));
}
