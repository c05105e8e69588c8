import * as Y from 'yjs';
import type { FieldStorage } from './fields.ts';

/** The version of the document's layout. Fields and kinds may be added without raising it. */
export const formatVersion = 1;

const entriesPrefix = 'entries.';
const latePrefix = 'late.';

/** The id of the document that holds everything of a notebook but the drafts' text. */
export function rootDocId(notebookId: string): string {
  return notebookId;
}

/** The id of the document that holds the text of one draft. */
export function draftDocId(notebookId: string, draftId: string): string {
  return `${notebookId}.draft.${draftId}`;
}

/** The draft of a document id made by `draftDocId`; null for any other. */
export function draftIdOf(notebookId: string, docId: string): string | null {
  const prefix = `${notebookId}.draft.`;
  return docId.startsWith(prefix) ? docId.slice(prefix.length) : null;
}

/** Format version and notebook id. */
export function metaMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('meta');
}

/** The story's plain fields. Its rich ones are root types: nobody has to create them, so nobody can create them twice. */
export function storyMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('story');
}

export function storyText(doc: Y.Doc, name: string): Y.Text {
  return doc.getText(`story.${name}`);
}

/** All entries of a kind by id, those in the trash included. No command ever removes one. */
export function entriesMap(doc: Y.Doc, kind: string): Y.Map<Y.Map<unknown>> {
  return doc.getMap(`${entriesPrefix}${kind}`);
}

/** The kinds a document has entries of, also those this version does not know. */
export function storedKinds(doc: Y.Doc): readonly string[] {
  return [...doc.share.keys()].map(parseEntriesName).filter((kind) => kind !== null);
}

/** The kind whose entries lie in a root type of that name; null for any other. */
export function parseEntriesName(name: string): string | null {
  return name.startsWith(entriesPrefix) ? name.slice(entriesPrefix.length) : null;
}

/**
 * Where a merging field (text or list) of an entry lies when the entry was written by a version that did not have the
 * field: a root type named after entry and field. Were it put into the entry, two people doing so offline would each
 * create one and the later would hide the earlier.
 */
export function lateName(kind: string, id: string, field: string): string {
  return `${latePrefix}${kind}/${id}.${field}`;
}

/** Splits a name made by `lateName`; null for any other. */
export function parseLateName(name: string): { kind: string; id: string; field: string } | null {
  const match = /^late\.([^/]+)\/(.+)\.([^.]+)$/.exec(name);
  const [, kind, id, field] = match ?? [];
  return kind !== undefined && id !== undefined && field !== undefined ? { kind, id, field } : null;
}

/** The merging type of an entry's field, in the entry or late; created late where there is none. */
export function mergingField(
  doc: Y.Doc,
  at: { kind: string; id: string; field: string },
  storage: FieldStorage,
): Y.Text | Y.Array<unknown> {
  const own = entriesMap(doc, at.kind).get(at.id)?.get(at.field);
  if (storage === 'list') return own instanceof Y.Array ? own : doc.getArray(lateName(at.kind, at.id, at.field));
  return own instanceof Y.Text ? own : doc.getText(lateName(at.kind, at.id, at.field));
}

/** The text of a draft in its own document; `reading/draft-blocks.ts` describes what lies inside. */
export function draftRoot(doc: Y.Doc): Y.XmlElement {
  return doc.get('draft', Y.XmlElement);
}

/** Writes what a new notebook starts with. Called once, by the device that creates it. */
export function initialiseDocument(doc: Y.Doc, notebookId: string): void {
  doc.transact(() => {
    metaMap(doc).set('format', formatVersion);
    metaMap(doc).set('notebook', notebookId);
  });
}

/** The layout version a document says it has; 0 for an empty one, NaN for nonsense. */
export function storedFormat(doc: Y.Doc): number {
  const stored = metaMap(doc).get('format');
  return stored === undefined ? 0 : typeof stored === 'number' ? stored : Number.NaN;
}
