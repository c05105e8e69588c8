import type { Json } from '../../story/section.ts';

/** The context of the W3C recommendation "Web Annotation Data Model" (23 February 2017). */
export const standardContext = 'http://www.w3.org/ns/anno.jsonld';

/** What the recommendation has no word for: ours, under a prefix of its own; `fields` and `extra` are plain JSON to everybody else. */
const ownNames = 'urn:x-backstory:terms#';

export const context: Json = [
  standardContext,
  {
    backstory: ownNames,
    'backstory:fields': { '@id': `${ownNames}fields`, '@type': '@json' },
    'backstory:extra': { '@id': `${ownNames}extra`, '@type': '@json' },
  },
];

/** Properties of ours. */
export const ours = {
  /** `passages/ID`: what an annotation is in a notebook. */
  entry: 'backstory:entry',
  /** Fields that the standard properties do not say, or would say differently. */
  fields: 'backstory:fields',
  extra: 'backstory:extra',
  /** What a target is called, for whoever reads the file. */
  title: 'backstory:title',
} as const;

/** How a fragment that names a page of a PDF is read (RFC 3778). */
export const pdfFragments = 'http://tools.ietf.org/rfc/rfc3778';
/** How a fragment that names a field of an entry is read. */
export const fieldFragments = `${ownNames}field`;
