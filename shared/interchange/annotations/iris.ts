import type { EntryRef } from '../../story/ref.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const hash = /^[0-9a-f]{64}$/;

/** An IRI for an entry of a notebook. */
export function entryIri({ kind, id }: Pick<EntryRef, 'kind' | 'id'>): string {
  return uuid.test(id) ? `urn:uuid:${id}` : `urn:x-backstory:${encodeURIComponent(kind)}:${encodeURIComponent(id)}`;
}

/** The id in a `urn:uuid`; '' in anything else. */
export function uuidIn(iri: string): string {
  const id = /^urn:uuid:(.+)$/i.exec(iri)?.[1] ?? '';
  return uuid.test(id) ? id : '';
}

/** A capture by what is in it. */
export function captureIri(sha256: string): string {
  return hash.test(sha256) ? `urn:sha256:${sha256}` : '';
}

/** The SHA-256 in an IRI of `captureIri`; '' in anything else. */
export function hashIn(iri: string): string {
  return /^urn:sha256:([0-9a-f]{64})$/.exec(iri)?.[1] ?? '';
}

/** A source's address where it is an IRI; '' where it is none. */
export function addressIri(address: string): string {
  const text = address.trim();
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) && URL.canParse(text) ? text : '';
}
