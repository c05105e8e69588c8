import type { Entry } from '../../story/entry.ts';
import type { EntryRef } from '../../story/ref.ts';
import { refKey } from '../../story/ref.ts';
import { findSection } from '../../story/sections.ts';
import type { EntryOf } from '../../story/sections.ts';
import type { JsonObject } from '../../story/section.ts';
import { plain, plainObject, same } from '../plain-json.ts';
import { textBody, wordBody } from './bodies.ts';
import { entryIri } from './iris.ts';
import { annotationKinds, standardFields } from './standard-fields.ts';
import type { AnnotationKind } from './standard-fields.ts';
import { dateTime, entryTarget, passageTarget } from './targets.ts';
import { context, ours } from './vocabulary.ts';

/** A notebook as far as its annotations need it: entries by kind, without those in the trash. */
export interface AnnotatedStory {
  readonly title: string;
  readonly entries: Readonly<Record<string, readonly Entry[]>>;
}

/**
 * All passages, notes and evidence of a notebook as a W3C Annotation Collection of one page. What the standard cannot say stands under the
 * prefix `backstory`, so that reading the file restores every field.
 */
export function writeAnnotations(story: AnnotatedStory): string {
  const find = finder(story);
  const items = annotationKinds.flatMap((kind) =>
    (story.entries[kind] ?? []).map((entry) => annotationOf(kind, entry, find)),
  );
  const id = 'urn:x-backstory:collection';
  const collection: JsonObject = {
    '@context': context,
    id,
    type: 'AnnotationCollection',
    ...(story.title === '' ? {} : { label: story.title }),
    total: items.length,
    first: { id: `${id}:1`, type: 'AnnotationPage', startIndex: 0, items },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

type Find = (ref: EntryRef | null) => Entry | undefined;

function finder({ entries }: AnnotatedStory): Find {
  const byKey = new Map(Object.values(entries).flatMap((list) => list.map((entry) => [refKey(entry), entry] as const)));
  return (ref) => (ref === null ? undefined : byKey.get(refKey(ref)));
}

/** One entry as an annotation, with whatever its standard properties do not give back. */
function annotationOf(kind: AnnotationKind, entry: Entry, find: Find): JsonObject {
  const standard = { ...frame(entry), ...partOf(kind, entry, find) };
  const back = standardFields(standard, kind);
  const section = findSection(kind);
  const fields = Object.entries(section?.fields ?? {}).flatMap(([name, field]) => {
    const value = entry.fields[name] ?? field.empty;
    return same(value, back[name] ?? field.empty) ? [] : [[name, plain(value)] as const];
  });
  const extra = plainObject(entry.extra);
  return {
    ...standard,
    [ours.entry]: refKey(entry),
    ...(fields.length === 0 ? {} : { [ours.fields]: Object.fromEntries(fields) }),
    ...(Object.keys(extra).length === 0 ? {} : { [ours.extra]: extra }),
  };
}

function frame(entry: Entry): JsonObject {
  const created = dateTime(entry.createdAt);
  const { createdBy } = entry;
  return {
    id: entryIri(entry),
    type: 'Annotation',
    ...(created === null ? {} : { created }),
    ...(createdBy === '' ? {} : { creator: { type: 'Person', name: createdBy } }),
  };
}

function partOf(kind: AnnotationKind, entry: Entry, find: Find): JsonObject {
  switch (kind) {
    case 'passages':
      // What the reader lists under a kind has that section's fields.
      return passagePart(entry.fields as EntryOf<'passages'>['fields'], find);
    case 'annotations':
      // As above.
      return notePart(entry.fields as EntryOf<'annotations'>['fields'], find);
    case 'evidence':
      // As above.
      return evidencePart(entry.fields as EntryOf<'evidence'>['fields'], find);
  }
}

function passagePart(fields: EntryOf<'passages'>['fields'], find: Find): JsonObject {
  // As above: what is found under `sources` is a source.
  const source = find(fields.source) as EntryOf<'sources'> | undefined;
  const hasNote = fields.note.length > 0;
  return {
    motivation: hasNote ? ['highlighting', 'commenting'] : 'highlighting',
    body: [wordBody(fields.colour, 'tagging'), ...(hasNote ? [textBody(fields.note, 'commenting')] : [])],
    target: passageTarget(fields, fields.source?.kind === 'sources' ? source?.fields : undefined),
  };
}

function notePart(fields: EntryOf<'annotations'>['fields'], find: Find): JsonObject {
  const { replyTo, target, place, author, editedAt, text } = fields;
  const isReply = replyTo !== null;
  const about = replyTo ?? target;
  const modified = dateTime(editedAt);
  return {
    motivation: isReply ? 'replying' : 'commenting',
    ...(author === '' ? {} : { creator: { type: 'Person', name: author } }),
    ...(modified === null ? {} : { modified }),
    body: textBody(text, isReply ? 'replying' : 'commenting'),
    target:
      about === null
        ? 'urn:x-backstory:nothing'
        : entryTarget(about, isReply ? null : titleOf(about, find), isReply ? null : (place?.quote ?? null)),
  };
}

function evidencePart(fields: EntryOf<'evidence'>['fields'], find: Find): JsonObject {
  const { from, to, relation, note, sentence } = fields;
  return {
    motivation: relation === 'context' ? 'linking' : ['assessing', 'linking'],
    body: [
      ...(from === null ? [] : [{ type: 'SpecificResource', purpose: 'linking', source: entryIri(from) }]),
      wordBody(relation, 'classifying'),
      ...(note.length > 0 ? [textBody(note, 'commenting')] : []),
    ],
    target: to === null ? 'urn:x-backstory:nothing' : entryTarget(to, titleOf(to, find), sentence),
  };
}

function titleOf(ref: EntryRef, find: Find): string | null {
  const entry = find(ref);
  return entry === undefined ? null : (findSection(ref.kind)?.title(entry.fields) ?? null);
}
