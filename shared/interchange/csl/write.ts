import type { EntryOf } from '../../story/sections.ts';
import { section } from '../../story/sections.ts';
import type { JsonObject } from '../../story/section.ts';
import { isObject, own, plain, plainObject, same } from '../plain-json.ts';
import type { Name, Reference } from '../reference.ts';
import { referenceOf, sourceOf } from '../source-reference.ts';
import { cslDate } from './dates.ts';
import { itemReference } from './read.ts';

type Source = Pick<EntryOf<'sources'>, 'id' | 'fields' | 'extra'>;

/** Fields that stay in the notebook: a file of references names no captures, which it does not bring along. */
const kept: ReadonlySet<string> = new Set(['captures', 'reference']);

/** The sources as CSL-JSON 1.0.2, one item each. */
export function writeCsl(sources: readonly Source[]): string {
  return `${JSON.stringify(sources.map(sourceItem), null, 2)}\n`;
}

/** A source as an item; what CSL-JSON cannot say of it, or would say differently, stands under `custom.backstory`. */
function sourceItem(source: Source): JsonObject {
  const item = referenceItem(referenceOf(source));
  const back = sourceOf(itemReference(item).reference).fields;
  const lost = Object.entries(section('sources').fields).flatMap(([name, field]) => {
    // The section's own field names lead to its own values.
    const [value, again] = [source.fields, back].map((from) => (from as Record<string, unknown>)[name] ?? field.empty);
    return kept.has(name) || same(value, again) ? [] : [[name, plain(value)] as const];
  });
  const fields = Object.fromEntries(lost);
  const extra = plainObject(source.extra);
  const more: JsonObject = {
    ...(lost.length === 0 ? {} : { fields }),
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
  };
  if (Object.keys(more).length === 0) return item;
  const custom = own(item, 'custom');
  return { ...item, custom: { ...(isObject(custom) ? custom : {}), backstory: more } };
}

/** A record as an item. */
export function referenceItem(reference: Reference): JsonObject {
  const { key, type, title, authors, publisher, published, accessed, address, language, variables, custom } = reference;
  return {
    id: key,
    type,
    ...(title === '' ? {} : { title }),
    ...(authors.length === 0 ? {} : { author: authors.map(cslName) }),
    ...(published === null ? {} : { issued: cslDate(published) }),
    ...(accessed === null ? {} : { accessed: cslDate(accessed) }),
    ...(publisher === '' ? {} : { publisher }),
    ...(address === '' ? {} : { URL: address }),
    ...(language === '' ? {} : { language }),
    ...variables,
    ...(Object.keys(custom).length === 0 ? {} : { custom }),
  };
}

/** A name as CSL-JSON has it; the "van" of a name belongs to it wherever it stands. */
export function cslName(name: Name): JsonObject {
  if ('literal' in name) return { literal: name.literal };
  const { family, given, particle, suffix } = name;
  return {
    family,
    given,
    ...(particle === undefined ? {} : { 'non-dropping-particle': particle }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}
