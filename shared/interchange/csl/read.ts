import * as v from 'valibot';
import type { EntryDraft } from '../../story/entry.ts';
import { section } from '../../story/sections.ts';
import type { Json, JsonObject } from '../../story/section.ts';
import { personal } from '../names.ts';
import { isList, isObject, own, plainObject, textOf } from '../plain-json.ts';
import { emptyReference } from '../reference.ts';
import type { Name, Reference } from '../reference.ts';
import { sourceOf } from '../source-reference.ts';
import { fromCslDate } from './dates.ts';
import { cslTypes, dateVariables, nameVariables, numberVariables, textVariables } from './variables.ts';

/** What has a place in a reference of its own. */
const ownKeys: ReadonlySet<string> = new Set([
  ...['id', 'type', 'title', 'author', 'issued', 'accessed', 'publisher', 'URL', 'language', 'custom'],
]);
const customSchema = v.object({
  fields: v.optional(v.record(v.string(), v.unknown()), {}),
  extra: v.optional(v.record(v.string(), v.unknown()), {}),
});

/** Fields that are dates, and what CSL-JSON calls them. */
const dates = { published: 'issued', accessed: 'accessed' } as const;

/** Reads an item of CSL-JSON. What is none of its variables is kept under `custom`; what cannot be read is named. */
export function itemReference(item: JsonObject): { readonly reference: Reference; readonly doubts: readonly string[] } {
  const doubts: string[] = [];
  const date = (key: string) => {
    const value = own(item, key);
    const read = value === undefined ? null : fromCslDate(value);
    if (value !== undefined && value !== null && read === null) doubts.push(`“${key}” is not understood as a date.`);
    return read;
  };
  const type = textOf(item, 'type');
  const names = own(item, 'author');
  const authors = isList(names) ? names.flatMap((one) => nameOf(one) ?? []) : [];
  if (names !== undefined && authors.length !== (isList(names) ? names.length : -1))
    doubts.push('“author” has what is no name.');
  const [published, accessed] = [date('issued'), date('accessed')];
  const { variables, custom } = rest(item);
  return {
    reference: {
      ...emptyReference,
      key: keyOf(own(item, 'id')),
      type: cslTypes.has(type) ? type : '',
      title: textOf(item, 'title'),
      authors,
      publisher: textOf(item, 'publisher'),
      published,
      accessed,
      address: textOf(item, 'URL'),
      language: textOf(item, 'language'),
      variables,
      custom: {
        ...custom,
        ...(type === '' || cslTypes.has(type) ? {} : { type }),
        ...(published === null && isObject(own(item, 'issued')) ? { issued: own(item, 'issued') ?? null } : {}),
        ...(accessed === null && isObject(own(item, 'accessed')) ? { accessed: own(item, 'accessed') ?? null } : {}),
      },
    },
    doubts,
  };
}

/** The source of an item that this program or another wrote. */
export function itemSource(reference: Reference): EntryDraft {
  const { backstory, ...custom } = reference.custom;
  const stored = v.safeParse(customSchema, backstory);
  if (!stored.success) return sourceOf({ ...reference, custom });
  // Words of a date that is known all the same are no news.
  const unsaid = Object.entries(dates).filter(([field]) => field in stored.output.fields);
  const others = Object.entries(custom).filter(([name]) => !unsaid.some(([, date]) => date === name));
  const draft = sourceOf({ ...reference, custom: Object.fromEntries(others) });
  const { fields } = section('sources');
  const known = Object.entries(stored.output.fields).flatMap(([name, value]) => {
    // Captures and what belongs to them do not come with a file of references.
    const field =
      name === 'captures' || !Object.hasOwn(fields, name)
        ? undefined
        : Object.entries(fields).find(([key]) => key === name)?.[1];
    const parsed = field?.parse(value);
    return parsed === undefined ? [] : [[name, parsed] as const];
  });
  const extra = plainObject(stored.output.extra);
  return {
    ...draft,
    fields: { ...draft.fields, ...Object.fromEntries(known) },
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
  };
}

function rest(item: JsonObject): { readonly variables: JsonObject; readonly custom: JsonObject } {
  const variables: [string, Json][] = [];
  const other: [string, Json][] = [];
  for (const [key, value] of Object.entries(item)) {
    if (ownKeys.has(key) || value === null) continue;
    (isVariable(key, value) ? variables : other).push([key, value]);
  }
  const custom = own(item, 'custom');
  return {
    variables: Object.fromEntries(variables),
    custom: { ...Object.fromEntries(other), ...(isObject(custom) ? custom : {}) },
  };
}

function isVariable(key: string, value: Json): boolean {
  if (textVariables.has(key)) return typeof value === 'string';
  if (numberVariables.has(key)) return typeof value === 'string' || typeof value === 'number';
  if (nameVariables.has(key)) return isList(value) && value.every((one) => nameOf(one) !== null);
  if (dateVariables.has(key)) return typeof value === 'string' || isObject(value);
  return key === 'categories' && isList(value) && value.every((one) => typeof one === 'string');
}

/** A name of CSL-JSON; null where nothing of it is one. */
export function nameOf(value: Json): Name | null {
  if (!isObject(value)) return null;
  const literal = textOf(value, 'literal');
  if (literal !== '') return { literal };
  const [family, given, suffix] = [textOf(value, 'family'), textOf(value, 'given'), textOf(value, 'suffix')];
  const particle = [textOf(value, 'dropping-particle'), textOf(value, 'non-dropping-particle')]
    .filter(Boolean)
    .join(' ');
  if (family === '') return given === '' ? null : { literal: given };
  if (given === '' && particle === '' && suffix === '') return { literal: family };
  if (particle === '') return { ...personal(given, family, suffix) };
  return { family, given, particle, ...(suffix === '' ? {} : { suffix }) };
}

function keyOf(id: Json | undefined): string {
  return typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
}
