import type { EntryRef } from '../../story/ref.ts';
import type { EntryOf } from '../../story/sections.ts';
import type { Json, JsonObject } from '../../story/section.ts';
import { isObject, own, textOf } from '../plain-json.ts';
import { listOf } from './bodies.ts';
import { addressIri, captureIri, entryIri, hashIn } from './iris.ts';
import { fieldFragments, ours, pdfFragments } from './vocabulary.ts';

type PassageFields = EntryOf<'passages'>['fields'];
type SourceFields = EntryOf<'sources'>['fields'];

/** Words as the standard has them, with what stands around them. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export function quoteSelector({ exact, prefix, suffix }: Quote): JsonObject {
  return { type: 'TextQuoteSelector', exact, prefix, suffix };
}

/** Where a passage is: in its source, as captured, by its words and its place; of a PDF by the page as well. */
export function passageTarget(fields: PassageFields, source: SourceFields | undefined): JsonObject {
  const { quote, position, capture } = fields;
  const captured = source?.captures.find(({ hash }) => hash === capture);
  const cached = captureIri(capture);
  const id =
    addressIri(captured?.address ?? '') ||
    addressIri(source?.address ?? '') ||
    cached ||
    (fields.source === null ? 'urn:x-backstory:nothing' : entryIri(fields.source));
  const page = position?.page;
  const selectors: JsonObject[] = [];
  if (quote !== null) selectors.push(quoteSelector(quote));
  if (position !== null && isPlace(position.start, position.end))
    selectors.push({ type: 'TextPositionSelector', start: position.start, end: position.end });
  if (page !== undefined && Number.isInteger(page) && page > 0) {
    const refined = quote === null ? {} : { refinedBy: quoteSelector(quote) };
    selectors.push({ type: 'FragmentSelector', conformsTo: pdfFragments, value: `page=${page}`, ...refined });
  }
  const when = captured === undefined ? null : dateTime(captured.capturedAt);
  return {
    type: 'SpecificResource',
    source: {
      id,
      type: 'Text',
      ...(captured === undefined ? {} : { format: captured.mediaType }),
      ...(source === undefined || source.language === '' ? {} : { language: source.language }),
    },
    ...(cached === '' ? {} : { state: { type: 'TimeState', cached, ...(when === null ? {} : { sourceDate: when }) } }),
    ...(selectors.length === 0 ? {} : { selector: selectors }),
  };
}

function isPlace(start: number, end: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end >= start;
}

/** A moment as the standard wants it, `xsd:dateTime` in UTC; null for anything else. */
export function dateTime(moment: string | null): string | null {
  return moment !== null && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(moment) ? moment : null;
}

/** An entry, a field of it, or a sentence of its text. */
export function entryTarget(ref: EntryRef, title: string | null, sentence: Quote | null = null): JsonObject {
  const named = title === null ? {} : { [ours.title]: title };
  const source = entryIri(ref);
  const quote = sentence === null ? null : quoteSelector(sentence);
  if (ref.field === undefined)
    return quote === null ? { id: source, ...named } : { type: 'SpecificResource', source, selector: quote, ...named };
  const refined = quote === null ? {} : { refinedBy: quote };
  const selector = { type: 'FragmentSelector', conformsTo: fieldFragments, value: ref.field, ...refined };
  return { type: 'SpecificResource', source, selector, ...named };
}

/** What an annotation says of its place, by the standard alone. */
export interface ReadTarget {
  /** IRIs of the source, the likeliest first. */
  readonly iris: readonly string[];
  /** SHA-256 of the captured source; '' where it is not said. */
  readonly capture: string;
  readonly quote: Quote | null;
  readonly position: { readonly start: number; readonly end: number; readonly page?: number } | null;
}

/** Reads the first target that is one. */
export function readTarget(annotation: JsonObject): ReadTarget {
  const targets = listOf(own(annotation, 'target')).map(targetOf);
  return targets.find(({ quote }) => quote !== null) ?? targets[0] ?? nothing;
}

const nothing: ReadTarget = { iris: [], capture: '', quote: null, position: null };

function targetOf(target: Json): ReadTarget {
  if (typeof target === 'string') return { ...nothing, iris: [target.trim()], capture: hashIn(target.trim()) };
  if (!isObject(target)) return nothing;
  const sources = listOf(own(target, 'source')).map((one) => (isObject(one) ? textOf(one, 'id') : one));
  const iris = [textOf(target, 'id'), ...sources].filter((one) => typeof one === 'string' && one !== '').map(String);
  const cached = listOf(own(target, 'state')).map((state) => (isObject(state) ? hashIn(textOf(state, 'cached')) : ''));
  const selectors = withRefinements(own(target, 'selector'));
  const page = selectors.map(pageOf).find((one) => one !== null) ?? null;
  const position = selectors.map(positionOf).find((one) => one !== null) ?? null;
  return {
    iris,
    capture: [...cached, ...iris.map(hashIn)].find((hash) => hash !== '') ?? '',
    quote: selectors.map(quoteOf).find((one) => one !== null) ?? null,
    position: position === null || page === null ? position : { ...position, page },
  };
}

/** Selectors and what refines them; so deep that nobody means it is left out. */
function withRefinements(value: Json | undefined, depth = 0): readonly JsonObject[] {
  if (depth > 8) return [];
  return listOf(value).flatMap((one) =>
    isObject(one) ? [one, ...withRefinements(own(one, 'refinedBy'), depth + 1)] : [],
  );
}

function quoteOf(selector: JsonObject): Quote | null {
  const text = (key: string): string => {
    const value = own(selector, key);
    return typeof value === 'string' ? value : '';
  };
  if (textOf(selector, 'type') !== 'TextQuoteSelector' || text('exact') === '') return null;
  return { exact: text('exact'), prefix: text('prefix'), suffix: text('suffix') };
}

function positionOf(selector: JsonObject): ReadTarget['position'] {
  const [start, end] = [own(selector, 'start'), own(selector, 'end')];
  if (textOf(selector, 'type') !== 'TextPositionSelector') return null;
  return typeof start === 'number' && typeof end === 'number' && isPlace(start, end) ? { start, end } : null;
}

function pageOf(selector: JsonObject): number | null {
  const page = /^#?(?:.*&)?page=(\d{1,6})(?:&|$)/.exec(textOf(selector, 'value'))?.[1];
  return textOf(selector, 'type') === 'FragmentSelector' && page !== undefined ? Number(page) : null;
}
