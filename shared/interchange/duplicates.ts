import type { EntryDraft } from '../story/entry.ts';
import type { EntryOf } from '../story/sections.ts';
import { section } from '../story/sections.ts';
import { normalised } from '../story/section.ts';
import { completeSource } from './complete-source.ts';
import { referenceOf } from './source-reference.ts';
import { variable } from './reference.ts';

type Source = Pick<EntryOf<'sources'>, 'id' | 'fields'>;

/** Why two records are taken for the same source. */
export type DuplicateReason = 'doi' | 'address' | 'title';

export interface Duplicate {
  /** The source that is there already; null where the same file brought it further up. */
  readonly id: string | null;
  readonly title: string;
  readonly reason: DuplicateReason;
}

/** For each record the source it repeats, by DOI, by address, or by title and date; null where it is new. */
export function findDuplicates(drafts: readonly EntryDraft[], known: readonly Source[]): readonly (Duplicate | null)[] {
  const seen = new Map<string, Duplicate>();
  const remember = (source: Source, id: string | null): void => {
    for (const [key, reason] of keysOf(source)) {
      if (!seen.has(key)) seen.set(key, { id, title: section('sources').title(source.fields), reason });
    }
  };
  for (const source of known) remember(source, source.id);
  return drafts.map((draft) => {
    const source = { id: '', fields: completeSource(draft.fields) };
    const found = keysOf(source).map(([key, reason]) => {
      const one = seen.get(key);
      return one === undefined ? null : { ...one, reason };
    });
    remember(source, null);
    return found.find((one) => one !== null) ?? null;
  });
}

function keysOf(source: Source): readonly (readonly [key: string, reason: DuplicateReason])[] {
  const { address, title, published } = source.fields;
  const doi = doiOf(variable(referenceOf(source), 'DOI')) || doiOf(address);
  const bare = bareAddress(address);
  const name = normalised(title);
  return [
    ...(doi === '' ? [] : [[`doi ${doi}`, 'doi'] as const]),
    ...(bare === '' ? [] : [[`address ${bare}`, 'address'] as const]),
    ...(name === '' ? [] : [[`title ${name} ${published?.edtf ?? ''}`, 'title'] as const]),
  ];
}

/** A DOI without the address it is often written as; '' where there is none. */
function doiOf(text: string): string {
  const found = /(?:^|doi\.org\/|doi:\s*)(10\.\d{4,9}\/\S+)$/i.exec(text.trim())?.[1] ?? '';
  try {
    return decodeURIComponent(found).toLowerCase();
  } catch {
    return found.toLowerCase();
  }
}

/** An address without what does not change where it leads: scheme, `www.`, a fragment, a slash at its end. */
export function bareAddress(address: string): string {
  const text = address.trim();
  if (!URL.canParse(text)) return '';
  const { protocol, host, pathname, search } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return '';
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}
