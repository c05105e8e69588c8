import * as v from 'valibot';
import type * as Y from 'yjs';
import type { DraftCite, DraftImage } from '../draft-block.ts';
import { entryRefSchema } from '../ref.ts';
import { richTextSchema } from '../rich-text.ts';
import type { RichText } from '../rich-text.ts';

/** Attributes may hold anything another version wrote, whatever Yjs's types say. */
export function attribute(element: Y.XmlElement, name: string): unknown {
  return element.getAttribute(name);
}

/** A picture, as far as its attributes say; what is missing or wrong is empty. */
export function imageOf(image: Y.XmlElement): DraftImage {
  const [sha256, mediaType, alt] = ['__sha256', '__mediaType', '__alt'].map((name) => textOf(image, name));
  const [width, height] = [pixels(image, '__width'), pixels(image, '__height')];
  return {
    type: 'image',
    sha256: /^[0-9a-f]{64}$/.test(sha256 ?? '') ? (sha256 ?? '') : '',
    mediaType: mediaType ?? '',
    width,
    height,
    alt: alt ?? '',
    caption: richOf(attribute(image, '__caption')),
  };
}

function pixels(image: Y.XmlElement, name: string): number {
  const value = attribute(image, name);
  return typeof value === 'number' && value > 0 && value < 100_000 ? Math.round(value) : 0;
}

function textOf(element: Y.XmlElement, name: string): string {
  const value = attribute(element, name);
  return typeof value === 'string' ? value : '';
}

/** Rich text of an attribute; what is none is empty. */
export function richOf(value: unknown): RichText {
  const read = v.safeParse(richTextSchema, value);
  return read.success ? read.output : [];
}

const seenSchema = v.object({ at: v.string(), fields: v.record(v.string(), v.string()) });
const citeSchema: v.GenericSchema<unknown, DraftCite> = v.pipe(
  v.object({
    ref: entryRefSchema,
    locator: v.fallback(v.optional(v.string()), undefined),
    prefix: v.fallback(v.optional(v.string()), undefined),
    suffix: v.fallback(v.optional(v.string()), undefined),
    seen: v.fallback(v.optional(seenSchema), undefined),
  }),
  v.transform(({ ref, locator, prefix, suffix, seen }) => ({
    ref,
    ...(locator === undefined ? {} : { locator }),
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
    ...(seen === undefined ? {} : { seen }),
  })),
);

/** What a stored or pasted list of citations names; what is none of them is left out. */
export function readCites(value: unknown): readonly DraftCite[] {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [];
  return listed.flatMap((one) => {
    const read = v.safeParse(citeSchema, one);
    return read.success ? [read.output] : [];
  });
}
