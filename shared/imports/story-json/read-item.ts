import { isEntryKey } from '../../story/entry.ts';
import type { PageEntry } from '../../story/page-rule.ts';
import type { Json, JsonObject } from '../../story/section.ts';
import type { AnySection } from '../../story/sections.ts';
import { completeValues, sameValue, trimmed, writeItem } from './values.ts';

type Item = Readonly<Record<string, unknown>>;

/** Something in an item that is not what it should be. Caught where the file is read, and told to the user. */
export class ItemError extends Error {
  readonly path: string;
  readonly expected: string;

  constructor(path: string, expected: string) {
    super(`${path} should be ${expected}`);
    this.path = path;
    this.expected = expected;
  }
}

/** Reads one item of a list of Story JSON: its public keys, its id, its other fields, and what nobody knows. */
export function readItem(section: AnySection, item: Item, index: number): PageEntry {
  const rule = section.storyJson;
  const sample = writeItem(section, section.fixture().fields) ?? {};
  const given = Object.fromEntries(Object.keys(sample).map((key) => [key, trimmed(item[key])]));
  const fields = rule?.read(given) ?? {};
  const again = writeItem(section, completeValues(section.fields, fields)) ?? {};
  for (const key of Object.keys(sample)) {
    if (isAbsent(given[key]) || sameValue(again[key], given[key])) continue;
    throw new ItemError(`${rule?.key ?? section.kind}[${String(index)}].${key}`, expectation(sample[key], given[key]));
  }
  const { id, extra, ...others } = item;
  const unknown = Object.fromEntries(Object.entries(others).filter(([key]) => !Object.hasOwn(sample, key)));
  return entryOf(section, { ...fields }, { id, stored: { ...unknown, ...asItem(extra) }, index });
}

/** Reads one entry of a section that has no place in the plain form: all its fields lie side by side. */
export function readOther(section: AnySection, item: Item, index: number): PageEntry {
  const { id, ...stored } = item;
  return entryOf(section, {}, { id, stored, index });
}

function entryOf(
  section: AnySection,
  read: Item,
  { id, stored, index }: { readonly id: unknown; readonly stored: Item; readonly index: number },
): PageEntry {
  const fields: Record<string, unknown> = { ...read };
  const extra: [string, unknown][] = [];
  for (const [key, value] of Object.entries(stored)) {
    const parsed = Object.hasOwn(section.fields, key) ? section.fields[key]?.parse(value) : undefined;
    if (parsed !== undefined) fields[key] = parsed;
    // What looks like a key of the entry itself, or cannot be read as the field it names, is kept beside it.
    else extra.push([isTaken(section, key) ? `${key}_` : key, value]);
  }
  const draft = {
    kind: section.kind,
    fields,
    ...(extra.length === 0 ? {} : { extra: Object.fromEntries(extra) }),
    ...(typeof id === 'string' && /^[^/\s]{1,128}$/.test(id) ? { id } : {}),
  };
  return { draft, line: index + 1, doubts: [] };
}

function isTaken(section: AnySection, key: string): boolean {
  return Object.hasOwn(section.fields, key) || isEntryKey(key);
}

function asItem(value: unknown): Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function isAbsent(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function expectation(sample: JsonObject[string] | undefined, found: Json | undefined): string {
  if (Array.isArray(sample)) return 'a list of texts';
  if (typeof sample === 'boolean') return String(sample);
  if (typeof sample === 'string' && typeof found === 'string') return 'a date in EDTF, such as 2021-03-23';
  return 'text';
}
