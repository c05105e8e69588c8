import type { Teammate } from '../../session/presence.ts';
import type { ViewName } from '../../session/view-state.ts';

const viewWords: Readonly<Record<ViewName, string>> = {
  story: 'Story',
  timeline: 'Timeline',
  contradictions: 'Contradictions',
  sources: 'Sources',
  drafts: 'Drafts',
  search: 'Search',
  brief: 'Brief',
  history: 'History',
  trash: 'Trash',
};

/**
 * Where a teammate is, in words: "Mara is in Drafts, in “What a day is worth”".
 * @param titles of what is open there and of what is chosen; null where it has none here
 */
export function placeWords(
  { name, place }: Pick<Teammate, 'name' | 'place'>,
  titles: { readonly open: string | null; readonly selection: string | null },
): string {
  if (place === null) return `${name} is here`;
  const at = titles.open === null ? '' : `, in “${titles.open}”`;
  const on = titles.selection === null || titles.selection === titles.open ? '' : `, at “${titles.selection}”`;
  return `${name} is in ${viewWords[place.view]}${at}${on}`;
}

/** Up to two letters that stand for a name: "Mara Lind" → "ML". */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\p{P}]+/u).filter((word) => word !== '');
  const [first = '?', ...rest] = words;
  const last = rest.at(-1);
  return [first, ...(last === undefined ? [] : [last])].map((word) => ([...word][0] ?? '').toUpperCase()).join('');
}
