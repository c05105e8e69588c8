import * as Y from 'yjs';
import { parseLateName } from '../document.ts';
import type { EntryRef } from '../ref.ts';
import { refKey } from '../ref.ts';
import { findSection } from '../sections.ts';
import { isEntryKey } from '../entry.ts';

/** What is used of any type of a document: Yjs's own classes differ in what their events are. */
type StoredType = Pick<Y.AbstractType<unknown>, '_map' | '_start'>;

/** Which items of a document count: those there now, or those that were there at another moment. */
export type Sight = (item: Y.Item) => boolean;

export const present: Sight = (item) => !item.deleted;

/** What was there before the transaction that is just ending. To be asked in `beforeObserverCalls`, as Yjs still has what was deleted. */
export function beforeTransaction({ beforeState, deleteSet }: Y.Transaction): Sight {
  return (item) =>
    item.id.clock < (beforeState.get(item.id.client) ?? 0) && (!item.deleted || Y.isDeleted(deleteSet, item.id));
}

/** The value that a map has under a key; undefined where it has none. */
export function valueAt(map: StoredType, key: string, sight: Sight): unknown {
  let item: Y.Item | null = map._map.get(key) ?? null;
  // Of the values a key ever had, only the last can be there now; at an earlier moment it was one further left.
  if (sight === present) return item === null || item.deleted ? undefined : contentOf(item).at(-1);
  while (item !== null && !sight(item)) item = item.left;
  return item === null ? undefined : contentOf(item).at(-1);
}

/**
 * Says in 16 hexadecimal digits what an entry holds: the same for the same content, whoever computes it, in whatever version, and
 * however the content came about. All keys count but the entry's own ones and what the program keeps up to date; what is empty counts as absent.
 */
export function contentDigest(doc: Y.Doc, ref: EntryRef, stored: StoredType, sight: Sight): string {
  const fields = findSection(ref.kind)?.fields ?? {};
  const content: [string, unknown][] = [];
  const add = (name: string, value: unknown): void => {
    if (!isEmpty(value)) content.push([name, value]);
  };
  for (const key of stored._map.keys()) {
    if (!isEntryKey(key) && fields[key]?.kept !== true) add(key, plain(valueAt(stored, key, sight), sight));
  }
  // These are told apart from a key of the same name, which two versions may have written.
  for (const [name, root] of lateFields(doc, ref)) add(`late.${name}`, plain(doc.share.get(root), sight));
  content.sort(([a], [b]) => (a < b ? -1 : 1));
  return hash(JSON.stringify(content));
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Nothing that this program writes lies deeper; what does is not told apart. */
const deepest = 32;

/** A stored value as data of which the same always gives the same JSON. Never throws. */
function plain(value: unknown, sight: Sight, depth = 0): unknown {
  if (depth > deepest) return 'deep';
  if (value instanceof Y.AbstractType) return plainType(value, sight, depth);
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map((item) => plain(item, sight, depth + 1) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  return sortedEntries(Object.entries(value), (item) => plain(item, sight, depth + 1));
}

/** Words of a text with the same marks. */
class Run {
  text: string;
  readonly marks: string;

  constructor(text: string, marks: string) {
    this.text = text;
    this.marks = marks;
  }
}

/** A shared type, whatever it is: what it holds in order, with the marks of texts, and under its keys. */
function plainType(type: StoredType, sight: Sight, depth: number): unknown {
  const parts: unknown[] = [];
  let marks: Readonly<Record<string, unknown>> = {};
  for (let item = type._start; item !== null; item = item.right) {
    if (!sight(item)) continue;
    const { content } = item;
    if (content instanceof Y.ContentFormat) {
      marks = { ...marks, [content.key]: content.value };
    } else if (content instanceof Y.ContentString) {
      // How a text was cut up on its way says nothing about it.
      const [last, own] = [parts.at(-1), marksWords(marks)];
      if (last instanceof Run && last.marks === own) last.text += content.str;
      else parts.push(new Run(content.str, own));
    } else {
      parts.push(...contentOf(item).map((value) => plain(value, sight, depth + 1) ?? null));
    }
  }
  const keys = sortedEntries(
    [...type._map.keys()].map((key) => [key, valueAt(type, key, sight)]),
    (value) => plain(value, sight, depth + 1),
  );
  return keys.length === 0 ? parts : { parts, keys };
}

function marksWords(marks: Readonly<Record<string, unknown>>): string {
  const set = Object.entries(marks).filter(([, value]) => value !== null);
  return set.length === 0 ? '' : JSON.stringify(sortedEntries(set, (value) => plain(value, present)));
}

function sortedEntries(
  entries: readonly (readonly [string, unknown])[],
  plainOf: (value: unknown) => unknown,
): readonly (readonly [string, unknown])[] {
  return entries
    .flatMap(([key, value]) => (value === undefined ? [] : [[key, plainOf(value)] as const]))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function contentOf(item: Y.Item): readonly unknown[] {
  return item.content.getContent() as readonly unknown[]; // Yjs leaves contents untyped
}

/** A field and the name of the root type that it lies in. */
type LateField = readonly [field: string, root: string];

/** The late fields of a document by entry, for as many root types as it had when they were gathered. */
interface LateFields {
  readonly size: number;
  readonly byEntry: ReadonlyMap<string, readonly LateField[]>;
}

const gathered = new WeakMap<Y.Doc, LateFields>();

function lateFields(doc: Y.Doc, ref: EntryRef): readonly LateField[] {
  let known = gathered.get(doc);
  if (known?.size !== doc.share.size) {
    const byEntry = new Map<string, LateField[]>();
    for (const name of doc.share.keys()) {
      const late = parseLateName(name);
      if (late === null) continue;
      const others = byEntry.get(refKey(late));
      if (others === undefined) byEntry.set(refKey(late), [[late.field, name]]);
      else others.push([late.field, name]);
    }
    known = { size: doc.share.size, byEntry };
    gathered.set(doc, known);
  }
  return known.byEntry.get(refKey(ref)) ?? [];
}

/** Two 32-bit hashes with different seeds (after cyrb53, public domain). It guards against mistakes, not against malice. */
function hash(words: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < words.length; at += 1) {
    const unit = words.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
