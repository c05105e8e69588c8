import { plainFromRich } from '../../story/rich-text.ts';
import type { JsonObject } from '../../story/section.ts';
import { textBodies } from './bodies.ts';
import { creatorOf } from './standard-fields.ts';
import { readTarget } from './targets.ts';

/** The words of an annotation, for keeping where it belongs to nothing: quote, what is said of it, by whom, and where. */
export function unplacedText(annotation: JsonObject): string {
  const { quote, iris } = readTarget(annotation);
  const said = textBodies(annotation)
    .filter(({ purpose }) => purpose !== 'tagging' && purpose !== 'classifying')
    .map(({ rich }) => plainFromRich(rich).trim())
    .filter((text) => text !== '');
  const creator = creatorOf(annotation);
  const address = iris.find((iri) => /^https?:/i.test(iri)) ?? '';
  const parts = [
    quote === null ? '' : `“${quote.exact.trim()}”`,
    ...said,
    [creator, address].filter(Boolean).join(', '),
  ];
  return parts.filter((part) => part !== '').join('\n') || 'An annotation without words';
}
