import * as Y from 'yjs';
import type { Field } from '../story/fields.ts';
import { entriesMap } from '../story/document.ts';
import { beforeTransaction, present, valueAt } from '../story/reading/content-digest.ts';
import type { Sight } from '../story/reading/content-digest.ts';
import { isInNotebook, unborn } from '../story/reading/contested.ts';
import type { EntryRef } from '../story/ref.ts';
import { findSection } from '../story/sections.ts';
import { storyFields } from '../story/story-fields.ts';
import type { ChangeVerb } from './change.ts';
import type { Places, StoredType } from './place-of.ts';
import type { Touch } from './record.ts';
import type { Tracks } from './tracks.ts';
import { Before, keyNow } from './value-before.ts';

const fieldsOfStory: Readonly<Record<string, Field<unknown>>> = storyFields;

/** What a transaction did to the story, its entries and their fields, by subject. Asked in `beforeObserverCalls`. */
export function touchesOf(transaction: Y.Transaction, places: Places, tracks: Tracks): readonly Touch[] {
  const before = new Before(transaction);
  const marks = marksOf(transaction);
  const touches = new Map<string, Touch>();
  const add = (touch: Touch | null): void => {
    if (touch !== null && !touches.has(touch.track.key)) touches.set(touch.track.key, touch);
  };
  for (const [type, keys] of transaction.changed) {
    const place = places.of(type);
    if (place.at === 'entries') {
      for (const id of keys) if (id !== null) add(wholeEntry(before, marks, tracks, type, { kind: place.kind, id }));
    } else if (place.at === 'entry') {
      add(presenceOf(marks, tracks, place, type));
      for (const key of keys) if (key !== null) add(entryKey(before, tracks, type, { ...place, key }));
    } else if (place.at === 'field') {
      // An edit of what somebody had deleted brings it back.
      const entry: unknown = keyNow(entriesMap(transaction.doc, place.kind), place.id);
      if (entry instanceof Y.Map) add(presenceOf(marks, tracks, place, entry));
      add(fieldTouch(before, tracks, place, () => type));
    } else if (place.at === 'story') {
      for (const key of keys) if (key !== null) add(storyTouch(before, tracks, key, () => before.key(type, key)));
    } else if (place.at === 'story-field') {
      add(storyTouch(before, tracks, place.field, () => type));
    }
  }
  return markBookkeeping([...touches.values()]);
}

/** An entry that came into the map, or was replaced or removed there. */
function wholeEntry(
  before: Before,
  marks: Marks,
  tracks: Tracks,
  map: StoredType,
  ref: { readonly kind: string; readonly id: string },
): Touch | null {
  const now = keyNow(map, ref.id);
  const then = before.key(map, ref.id);
  return presenceTouch(
    tracks,
    ref,
    then instanceof Y.Map ? marks.then(ref, then) : 'absent',
    now instanceof Y.Map ? marks.now(ref, now) : 'absent',
  );
}

function presenceOf(marks: Marks, tracks: Tracks, ref: EntryRef, entry: StoredType): Touch | null {
  return presenceTouch(tracks, ref, marks.then(ref, entry), marks.now(ref, entry));
}

function entryKey(
  before: Before,
  tracks: Tracks,
  entry: StoredType,
  at: { readonly kind: string; readonly id: string; readonly key: string },
): Touch | null {
  const { kind, id, key } = at;
  if (key === 'rank') {
    const then = before.key(entry, key);
    if (then === keyNow(entry, key)) return null;
    return { track: tracks.place({ kind, id }), verb: 'moved', before: () => then, alongside: false };
  }
  return fieldTouch(before, tracks, { kind, id, field: key }, () => before.key(entry, key));
}

/** `absent`: not in the document; `unborn`: prepared out of sight; `trash`; `here`: in the notebook, contested or not. */
type Mark = 'absent' | 'unborn' | 'trash' | 'here';

/** Whether entries were in the notebook before a transaction, and are after it. */
interface Marks {
  then(ref: EntryRef, entry: StoredType): Mark;
  now(ref: EntryRef, entry: StoredType): Mark;
}

function marksOf(transaction: Y.Transaction): Marks {
  const mark = (ref: EntryRef, entry: StoredType, sight: Sight): Mark => {
    if (isInNotebook(transaction.doc, ref, entry, sight)) return 'here';
    return valueAt(entry, 'deletedAt', sight) === unborn ? 'unborn' : 'trash';
  };
  const then = beforeTransaction(transaction);
  return { then: (ref, entry) => mark(ref, entry, then), now: (ref, entry) => mark(ref, entry, present) };
}

function presenceTouch(
  tracks: Tracks,
  { kind, id }: { readonly kind: string; readonly id: string },
  then: Mark,
  now: Mark,
): Touch | null {
  if ((then === 'here') === (now === 'here')) return null;
  const track = tracks.presence({ kind, id });
  const seen = track.recorded.length > 0 || then === 'trash';
  const verb: ChangeVerb = now !== 'here' ? 'deleted' : seen ? 'restored' : 'created';
  return { track, verb, before: () => undefined, alongside: false };
}

function fieldTouch(
  before: Before,
  tracks: Tracks,
  at: { readonly kind: string; readonly id: string; readonly field: string },
  stored: () => unknown,
): Touch | null {
  const section = findSection(at.kind);
  const field = section?.fields[at.field];
  if (section === undefined || field === undefined) return null;
  const track = tracks.field({ kind: at.kind, id: at.id }, at.field);
  const presence = section.nameFields.includes(at.field) ? tracks.presenceOf(at)?.recorded.at(-1) : undefined;
  const names = presence?.verb === 'created' ? presence : undefined;
  const alongside = field.kept === true;
  return { track, verb: 'changed', before: () => before.value(field, stored()), alongside, names };
}

function storyTouch(before: Before, tracks: Tracks, name: string, stored: () => unknown): Touch | null {
  const field = fieldsOfStory[name];
  if (field === undefined || !Object.hasOwn(fieldsOfStory, name)) return null;
  return { track: tracks.story(name), verb: 'changed', before: () => before.value(field, stored()), alongside: false };
}

/** Marks logs and stamps that were written because another field of the entry changed. */
function markBookkeeping(touches: readonly Touch[]): readonly Touch[] {
  if (touches.length < 2) return touches;
  const fields = new Map<string, Set<string>>();
  for (const { track } of touches) {
    if (track.subject.type !== 'entry' || track.field === null) continue;
    const { kind, id } = track.subject.ref;
    const names = fields.get(`${kind}/${id}`);
    if (names === undefined) fields.set(`${kind}/${id}`, new Set([track.field]));
    else names.add(track.field);
  }
  return touches.map((touch) => {
    const { subject, field } = touch.track;
    if (subject.type !== 'entry' || field === null) return touch;
    const { kind, id } = subject.ref;
    return isBookkeeping(kind, field, fields.get(`${kind}/${id}`) ?? new Set()) ? { ...touch, alongside: true } : touch;
  });
}

function isBookkeeping(kind: string, field: string, changed: ReadonlySet<string>): boolean {
  const section = findSection(kind);
  if (section?.remembers?.log === field) return changed.has(section.remembers.field);
  if (section?.fields[field]?.type !== 'stamp') return false;
  return [...changed].some((name) => section.fields[name]?.type !== 'stamp');
}
