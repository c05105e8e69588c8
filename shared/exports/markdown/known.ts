import type { Definition } from 'mdast';
import type { EntryRef } from '../../story/ref.ts';
import type { RichText } from '../../story/rich-text.ts';
import type { TakenPictures } from './read-pictures.ts';

/** Where names within a Markdown text lead. */
export interface Known {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notes: ReadonlyMap<string, RichText>;
  readonly pictures: Pick<TakenPictures, 'at' | 'restored'>;
  /** Whether this is a footnote, which holds words alone: no pictures, no citations. */
  readonly isNote: boolean;
  refOf(key: string): EntryRef | null;
}

/** The address of an entry of a notebook, or of a field of one: nothing that a browser follows. */
export function addressOf({ kind, id, field }: EntryRef): string {
  return `backstory:${encoded(kind)}/${encoded(id)}${field === undefined ? '' : `#${encoded(field)}`}`;
}

function encoded(text: string): string {
  // Half a sign cannot be encoded, and no id of ours has one.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}

/** The entry that an address of ours leads to (`backstory:kind/id`, perhaps with `#field`); null for any other. */
export function refAt(url: string): EntryRef | null {
  const [, kind = '', id = '', field] = /^backstory:([^/#\s]+)\/([^/#\s]+)(?:#([^/#\s]+))?$/.exec(url) ?? [];
  if (kind === '' || id === '') return null;
  try {
    const ref = { kind: decodeURIComponent(kind), id: decodeURIComponent(id) };
    return field === undefined ? ref : { ...ref, field: decodeURIComponent(field) };
  } catch {
    return null;
  }
}
