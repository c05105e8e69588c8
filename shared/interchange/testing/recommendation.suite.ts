import { isList, isObject } from '../plain-json.ts';
import type { Json, JsonObject } from '../../story/section.ts';

/**
 * The musts of the W3C recommendation "Web Annotation Data Model" (https://www.w3.org/TR/annotation-model/), as far as anything here uses
 * them; section numbers are its own. Answers what breaks one.
 */
export function breaches(collection: Json): readonly string[] {
  const found: string[] = [];
  const must = (holds: boolean, what: string): void => {
    if (!holds) found.push(what);
  };
  const object = (value: Json | undefined, what: string, check: (value: JsonObject) => void): void => {
    must(isObject(value), what);
    if (isObject(value)) check(value);
  };
  const all = (value: Json | undefined): readonly Json[] =>
    value === undefined ? [] : isList(value) ? value : [value];

  const selector = (value: Json): void =>
    object(value, '4.2 a selector is an object', (one) => {
      const type = one['type'];
      must(typeof type === 'string', '4.2 a selector has exactly one type');
      if (type === 'TextQuoteSelector') {
        must(typeof one['exact'] === 'string', '4.2.4 exactly one exact');
        for (const side of ['prefix', 'suffix'])
          must(one[side] === undefined || typeof one[side] === 'string', `4.2.4 ${side} is text`);
      } else if (type === 'TextPositionSelector') {
        const { start, end } = one;
        must(
          isCount(start) && isCount(end) && Number(start) <= Number(end),
          '4.2.5 start and end are counts, in order',
        );
      } else if (type === 'FragmentSelector') {
        must(typeof one['value'] === 'string', '4.2.1 exactly one value');
        must(one['conformsTo'] === undefined || isIri(one['conformsTo']), '4.2.1 conformsTo is an IRI');
      } else found.push(`4.2 no selector of the recommendation: ${JSON.stringify(type)}`);
      all(one['refinedBy']).forEach(selector);
    });

  const state = (value: Json): void =>
    object(value, '4.3 a state is an object', (one) => {
      must(one['type'] === 'TimeState', '4.3.1 type TimeState');
      all(one['sourceDate']).forEach((date) => must(isMoment(date), '4.3.1 sourceDate is xsd:dateTime in UTC'));
      all(one['cached']).forEach((iri) => must(isIri(iri), '4.3.1 cached is an IRI'));
    });

  const resource = (value: Json, role: string): void => {
    if (typeof value === 'string') return must(isIri(value), `3.2.1 a ${role} that is text is an IRI`);
    object(value, `3.2 a ${role} is an IRI or an object`, (one) => {
      if (one['type'] === 'TextualBody') {
        must(role === 'body', '3.2.4 a textual body is a body');
        must(typeof one['value'] === 'string', '3.2.4 exactly one value');
        must(
          one['format'] === undefined || /^[a-z]+\/[a-z0-9.+-]+$/.test(wordOf(one['format'])),
          '3.2.4 format is a media type',
        );
        all(one['purpose']).forEach((purpose) => must(purposes.has(wordOf(purpose)), '3.3.5 purpose is a motivation'));
      } else if (one['type'] === 'SpecificResource') {
        const [source, ...more] = all(one['source']);
        must(source !== undefined && more.length === 0, '4.1 exactly one source');
        if (source !== undefined) resource(source, 'source');
        all(one['purpose']).forEach((purpose) => must(purposes.has(wordOf(purpose)), '4.1 purpose is a motivation'));
        all(one['selector']).forEach(selector);
        all(one['state']).forEach(state);
      } else {
        must(isIri(one['id']), '3.2.2 an external resource has an IRI');
        must(one['purpose'] === undefined, '3.3.5 purpose only where the recommendation has it');
        must(one['value'] === undefined, '3.2.4 value only of a textual body');
      }
    });
  };

  const annotation = (value: Json): void =>
    object(value, '3.1 an annotation is an object', (one) => {
      must(isIri(one['id']), '3.1 exactly one id, an IRI');
      must(all(one['type']).includes('Annotation'), '3.1 type Annotation');
      must(all(one['target']).length >= 1, '3.1 one target or more');
      must(one['body'] === undefined || one['bodyValue'] === undefined, '3.2.5 body or bodyValue, not both');
      all(one['body']).forEach((body) => resource(body, 'body'));
      all(one['target']).forEach((target) => resource(target, 'target'));
      all(one['motivation']).forEach((motivation) =>
        must(purposes.has(wordOf(motivation)), '3.3.5 motivation is one of the list'),
      );
      for (const when of ['created', 'modified'])
        must(one[when] === undefined || isMoment(one[when]), `3.3.1 ${when} is xsd:dateTime in UTC`);
      all(one['creator']).forEach((creator) =>
        object(creator, '3.3.2 a creator is an object', (agent) => must(agent['type'] === 'Person', '3.3.2 a person')),
      );
    });

  object(collection, '5.1 a collection is an object', (one) => {
    must(all(one['@context']).includes('http://www.w3.org/ns/anno.jsonld'), '5.1 the context of the recommendation');
    must(isIri(one['id']), '5.1 exactly one id, an IRI');
    must(all(one['type']).includes('AnnotationCollection'), '5.1 type AnnotationCollection');
    must(one['total'] === undefined || isCount(one['total']), '5.1 total is a count');
    object(one['first'], '5.1 a first page', (page) => {
      must(isIri(page['id']), '5.2 a page has an IRI');
      must(page['type'] === 'AnnotationPage', '5.2 type AnnotationPage');
      must(isList(page['items']), '5.2 items are a list');
      must(all(page['items']).length === one['total'], '5.1 total counts all of them');
      all(page['items']).forEach(annotation);
    });
  });
  return found;
}

const purposes: ReadonlySet<string> = new Set([
  ...['assessing', 'bookmarking', 'classifying', 'commenting', 'describing', 'editing', 'highlighting', 'identifying'],
  ...['linking', 'moderating', 'questioning', 'replying', 'tagging'],
]);

const wordOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const isCount = (value: Json | undefined): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isIri = (value: Json | undefined): boolean =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);
const isMoment = (value: Json | undefined): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(value);
