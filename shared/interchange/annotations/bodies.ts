import { plainFromRich } from '../../story/rich-text.ts';
import type { RichSpan, RichText } from '../../story/rich-text.ts';
import type { Json, JsonObject } from '../../story/section.ts';
import { longestField } from '../limits.ts';
import { isList, isObject, own, textOf } from '../plain-json.ts';
import { htmlOfRich, richOfHtml } from './html.ts';
import { pushSpan } from './spans.ts';

/** A text as a body: plain where it is, else HTML. */
export function textBody(rich: RichText, purpose: string): JsonObject {
  const isPlain = rich.every(
    ({ bold, italic, link }) => bold === undefined && italic === undefined && link === undefined,
  );
  return isPlain
    ? { type: 'TextualBody', value: plainFromRich(rich), format: 'text/plain', purpose }
    : { type: 'TextualBody', value: htmlOfRich(rich), format: 'text/html', purpose };
}

/** A word as a body: a tag. */
export function wordBody(value: string, purpose: string): JsonObject {
  return { type: 'TextualBody', value, purpose };
}

/** What one or several values of a property are, as a list. */
export function listOf(value: Json | undefined): readonly Json[] {
  return value === undefined || value === null ? [] : isList(value) ? value : [value];
}

/** The bodies of an annotation that are text, with what each is for; the standard's short form of one text among them. */
export function textBodies(annotation: JsonObject): readonly { readonly purpose: string; readonly rich: RichText }[] {
  const short = textOf(annotation, 'bodyValue');
  const bodies = listOf(own(annotation, 'body')).flatMap((body) => (isObject(body) ? textIn(body) : []));
  return short === '' ? bodies : [{ purpose: '', rich: [{ text: short.slice(0, longestField) }] }, ...bodies];
}

function textIn(body: JsonObject): readonly { readonly purpose: string; readonly rich: RichText }[] {
  const value = own(body, 'value');
  if (typeof value !== 'string' || value === '') return [];
  const text = value.slice(0, longestField);
  const [purpose = ''] = listOf(own(body, 'purpose')).filter((one) => typeof one === 'string');
  const isHtml = textOf(body, 'format').toLowerCase() === 'text/html';
  return [{ purpose, rich: (isHtml ? richOfHtml(text) : null) ?? [{ text }] }];
}

/** Several texts as one, a line for each. */
export function joinedRich(texts: readonly RichText[]): RichText {
  const [first = [], ...more] = texts.filter((rich) => plainFromRich(rich) !== '');
  if (more.length === 0) return first;
  const spans: RichSpan[] = [...first];
  for (const rich of more) {
    pushSpan(spans, { text: '\n' });
    for (const span of rich) pushSpan(spans, span);
  }
  return spans;
}
