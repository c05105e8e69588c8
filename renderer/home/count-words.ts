/** Which sections a row counts, with the words for one and for many. */
const counted = [
  ['events', 'event', 'events'],
  ['people', 'person', 'people'],
  ['sources', 'source', 'sources'],
  ['drafts', 'draft', 'drafts'],
] as const;

/** What a notebook holds, in short: "41 events, 9 people, 2 drafts"; "Empty" where it holds none of these. */
export function countWords(counts: Readonly<Record<string, number>>): string {
  const parts = counted.flatMap(([kind, one, many]) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${count === 1 ? one : many}`];
  });
  return parts.length === 0 ? 'Empty' : parts.join(', ');
}
