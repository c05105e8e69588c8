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

/** The entry that an address of ours leads to (`backstory:kind/id`); null for any other. */
export function refAt(url: string): EntryRef | null {
  const [, kind = '', id = ''] = /^backstory:([^/]+)\/([^/]+)$/.exec(url) ?? [];
  try {
    return kind === '' || id === '' ? null : { kind: decodeURIComponent(kind), id: decodeURIComponent(id) };
  } catch {
    return null;
  }
}
