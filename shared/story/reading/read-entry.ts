import * as Y from 'yjs';
import { lateName } from '../document.ts';
import { isEntryKey } from '../entry.ts';
import type { Entry, FieldProblem } from '../entry.ts';
import type { Field } from '../fields.ts';
import type { Ranked } from '../rank.ts';
import { addSpan, richSpan } from '../rich-text.ts';
import type { RichText } from '../rich-text.ts';
import type { Arranged } from '../section.ts';
import type { AnySection } from '../sections.ts';
import { contestedOf, isInNotebook } from './contested.ts';

/** Reads an entry. Bad fields become problems and show as empty; nothing here throws and nothing is written. */
export function readEntry(doc: Y.Doc, section: AnySection, id: string, stored: Y.Map<unknown>): Entry {
  const problems: FieldProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(section.fields)) {
    values[name] = readField(field, name, storedValue(doc, section.kind, id, name, stored, field), problems);
  }
  const contested = contestedOf(doc, { kind: section.kind, id }, stored);
  return {
    kind: section.kind,
    id,
    rank: text(stored.get('rank')),
    createdAt: text(stored.get('createdAt')),
    createdBy: text(stored.get('createdBy')),
    deletedAt: contested === null ? deletedAt(stored) : null,
    deletedBy: contested === null ? text(stored.get('deletedBy')) : '',
    ...(contested === null ? {} : { contested }),
    fields: values,
    problems,
    extra: extraFields(section, stored),
  };
}

/** What decides where an entry stands among the others of its section. */
export interface Placed extends Ranked, Arranged {}

/** Reads only that, which is most of an entry's cost less; null where the entry is not in the notebook. */
export function readPlaced(doc: Y.Doc, section: AnySection, id: string, stored: Y.Map<unknown>): Placed | null {
  if (!isInNotebook(doc, { kind: section.kind, id }, stored)) return null;
  const fields: Record<string, unknown> = {};
  for (const name of section.arrangement?.dependsOn ?? []) {
    const field = section.fields[name];
    if (field !== undefined) {
      fields[name] = readField(field, name, storedValue(doc, section.kind, id, name, stored, field), []);
    }
  }
  return { id, rank: text(stored.get('rank')), fields };
}

/** The mark of a deletion, which may be contested; null where there is none. */
export function deletedAt(stored: Y.Map<unknown>): string | null {
  const value = stored.get('deletedAt');
  return typeof value === 'string' ? value : null;
}

/** A field's value out of what is stored; notes a problem where that is not one. */
export function readField<T>(field: Field<T>, name: string, raw: unknown, problems: FieldProblem[]): T {
  if (raw === undefined) return field.empty;
  const plain = plainValue(raw);
  const value = field.parse(plain);
  if (value === undefined || lostItems(plain, value)) problems.push({ field: name, stored: plain });
  return value ?? field.empty;
}

/** A stored value without Yjs: rich text as spans, lists and maps as JSON. */
export function plainValue(raw: unknown): unknown {
  if (raw instanceof Y.Text) return raw.toString();
  if (raw instanceof Y.AbstractType) return raw.toJSON();
  return raw;
}

/** A Y.Text as spans; marks we do not know are left out of the view and stay stored. */
export function readRich(stored: Y.Text): RichText {
  const spans: RichText[number][] = [];
  // A delta is untyped in Yjs: runs of text with attributes, or embedded things, which text fields do not have.
  for (const part of stored.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof part.insert === 'string') addSpan(spans, richSpan(part.insert, part.attributes));
  }
  return spans;
}

function storedValue(
  doc: Y.Doc,
  kind: string,
  id: string,
  name: string,
  stored: Y.Map<unknown>,
  field: Field<unknown>,
): unknown {
  let raw = stored.get(name);
  if (raw === undefined && field.storage !== 'value') {
    const late = lateName(kind, id, name);
    if (doc.share.has(late)) raw = field.storage === 'list' ? doc.getArray(late) : doc.getText(late);
  }
  return field.storage === 'rich' && raw instanceof Y.Text ? readRich(raw) : raw;
}

function lostItems(raw: unknown, value: unknown): boolean {
  return Array.isArray(raw) && Array.isArray(value) && raw.length > value.length;
}

function extraFields(section: AnySection, stored: Y.Map<unknown>): Readonly<Record<string, unknown>> {
  const extra: Record<string, unknown> = {};
  for (const key of stored.keys()) {
    if (!isEntryKey(key) && !Object.hasOwn(section.fields, key)) extra[key] = plainValue(stored.get(key));
  }
  return extra;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
