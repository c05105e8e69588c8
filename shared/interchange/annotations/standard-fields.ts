import type { FieldSet, Values } from '../../story/fields.ts';
import { plainFromRich } from '../../story/rich-text.ts';
import type { JsonObject } from '../../story/section.ts';
import { isObject, own, textOf } from '../plain-json.ts';
import { joinedRich, listOf, textBodies } from './bodies.ts';
import { dateTime, readTarget } from './targets.ts';

/** Kinds of entries that are exchanged as annotations. */
export const annotationKinds = ['passages', 'annotations', 'evidence'] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

type Fields = Partial<Values<FieldSet>>;

const colours: ReadonlySet<string> = new Set(['yellow', 'green', 'red', 'violet']);
const relations: ReadonlySet<string> = new Set(['supports', 'disputes', 'context']);

/** What the standard properties of an annotation say about an entry of a kind, without what it refers to. */
export function standardFields(annotation: JsonObject, kind: AnnotationKind): Fields {
  const bodies = textBodies(annotation);
  const words = bodies.filter(({ purpose }) => purpose !== 'tagging' && purpose !== 'classifying');
  const text = joinedRich(words.map(({ rich }) => rich));
  const tags = bodies.filter(({ purpose }) => purpose === 'tagging').map(({ rich }) => plainFromRich(rich).trim());
  const target = readTarget(annotation);
  switch (kind) {
    case 'passages': {
      const [colour = 'yellow'] = tags.filter((tag) => colours.has(tag.toLowerCase()));
      // Tags of other programs are words too.
      const others = tags.filter((tag) => tag !== colour);
      const note = others.length === 0 ? text : joinedRich([text, [{ text: `Tags: ${others.join(', ')}` }]]);
      return {
        capture: target.capture,
        quote: target.quote,
        position: target.position,
        colour: colour.toLowerCase(),
        note,
      };
    }
    case 'annotations':
      return { author: creatorOf(annotation), text, editedAt: dateTime(textOf(annotation, 'modified')) };
    case 'evidence': {
      const said = bodies.filter(({ purpose }) => purpose === 'classifying').map(({ rich }) => plainFromRich(rich));
      return { relation: said.find((one) => relations.has(one)) ?? 'context', note: text, sentence: target.quote };
    }
  }
}

/** The name of who made an annotation; '' where it does not say. */
export function creatorOf(annotation: JsonObject): string {
  for (const creator of listOf(own(annotation, 'creator'))) {
    if (typeof creator === 'string') return creator.trim();
    if (!isObject(creator)) continue;
    const name = textOf(creator, 'name') || textOf(creator, 'nickname');
    if (name !== '') return name;
  }
  return '';
}
