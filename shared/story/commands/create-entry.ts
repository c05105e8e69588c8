import * as Y from 'yjs';
import { entriesMap } from '../document.ts';
import { isEntryKey } from '../entry.ts';
import type { EntryDraft } from '../entry.ts';
import { compareRanked, ranksBetween } from '../rank.ts';
import type { Ranked } from '../rank.ts';
import type { EntryRef } from '../ref.ts';
import { unborn } from '../reading/contested.ts';
import { findSection } from '../sections.ts';
import { newStored } from './merge-value.ts';
import { act, BirthOrigin } from './writer.ts';
import type { Writer } from './writer.ts';

/** Where new entries go: after an entry, first (null), or last. */
export type Place = { readonly after: string | null } | 'last';

/** Makes one entry, as one undo step. */
export function createEntry(writer: Writer, draft: EntryDraft, place: Place = 'last'): EntryRef {
  const [ref] = prepareEntries(writer, draft.kind, [draft], place);
  if (ref === undefined) throw new Error(`No section ${draft.kind}`);
  revealEntries(writer, [ref]);
  return ref;
}

/**
 * Stores entries of one kind out of sight, in one transaction that undo does not follow. `revealEntries` shows them.
 * Entries of a kind this version does not know are not made here: importers keep them as they are.
 * @param place where they go, or the ranks that `ranksAt` gave for them
 * @param verb of the command that shows them later
 */
export function prepareEntries(
  writer: Writer,
  kind: string,
  drafts: readonly EntryDraft[],
  place: Place | readonly string[] = 'last',
  verb = 'create',
): readonly EntryRef[] {
  const section = findSection(kind);
  if (section === undefined || drafts.length === 0) return [];
  const map = entriesMap(writer.doc, kind);
  const ranks = isPlace(place) ? ranksAt(writer, kind, place, drafts.length) : place;
  const refs: EntryRef[] = [];
  writer.doc.transact(() => {
    drafts.forEach((draft, index) => {
      const id = draft.id !== undefined && !map.has(draft.id) ? draft.id : writer.newId();
      const stored = new Y.Map<unknown>();
      stored.set('rank', ranks[index] ?? '');
      stored.set('createdAt', writer.now());
      stored.set('createdBy', writer.author);
      stored.set('deletedAt', unborn);
      for (const [name, value] of Object.entries(draft.extra ?? {}))
        // What a draft may bring along from a file must not stand for the entry's own keys.
        if (!Object.hasOwn(section.fields, name) && !isEntryKey(name)) stored.set(name, value);
      for (const [name, field] of Object.entries(section.fields)) {
        const value = draft.fields[name] ?? field.empty;
        // Merging fields exist from birth, so that two people who write into an empty one write into the same.
        if (field.storage !== 'value' || value !== field.empty) stored.set(name, newStored(field, value));
      }
      map.set(id, stored);
      refs.push({ kind, id });
    });
  }, new BirthOrigin(verb));
  return refs;
}

/** So many ranks in a row at a place: looking for the place takes time for every entry that is there already. */
export function ranksAt(writer: Writer, kind: string, place: Place, count: number): readonly string[] {
  const [low, high] = neighbours(entriesMap(writer.doc, kind), place);
  return ranksBetween(low, high, count);
}

/** Shows prepared entries: one undoable transaction. */
export function revealEntries(writer: Writer, refs: readonly EntryRef[], verb = 'create'): void {
  act(writer, verb, () => {
    for (const ref of refs) entriesMap(writer.doc, ref.kind).get(ref.id)?.delete('deletedAt');
  });
}

/** All entries of a kind in hand-made order, those in the trash included: their places stay taken. */
export function ranked(map: Y.Map<Y.Map<unknown>>): readonly Ranked[] {
  const all: Ranked[] = [];
  for (const [id, stored] of map) {
    const rank = stored.get('rank');
    all.push({ id, rank: typeof rank === 'string' ? rank : '' });
  }
  return all.sort(compareRanked);
}

function isPlace(place: Place | readonly string[]): place is Place {
  return !Array.isArray(place);
}

function neighbours(map: Y.Map<Y.Map<unknown>>, place: Place): readonly [string | null, string | null] {
  const all = ranked(map);
  if (place === 'last') return [all.at(-1)?.rank ?? null, null];
  const at = place.after === null ? 0 : all.findIndex((entry) => entry.id === place.after) + 1;
  return [all[at - 1]?.rank ?? null, all[at]?.rank ?? null];
}
