/** What a column can say of an event, with its words; in the order in which they are offered. */
export const targets = {
  title: 'Title',
  date: 'Date',
  end: 'End date',
  words: 'Date in words',
  year: 'Year',
  month: 'Month',
  day: 'Day',
  endYear: 'End year',
  endMonth: 'End month',
  endDay: 'End day',
  time: 'Time',
  zone: 'Time zone',
  category: 'Category',
  text: 'Description',
  note: 'Description, with its name',
  actors: 'Actors',
  kind: 'Kind of event',
  expected: 'Expected or happened',
  source: 'Source',
  link: 'Source’s address',
  related: 'Address that gives context',
  id: 'Identifier',
  none: 'Leave out',
} as const;
export type Target = keyof typeof targets;

// The keys of an object of our own.
export const targetList = Object.keys(targets) as readonly Target[];

/** Targets that any number of columns can have; of the others each has one. */
const shared: ReadonlySet<Target> = new Set(['text', 'note', 'actors', 'source', 'link', 'related', 'none']);

/** Gives a column a target. The column that had it, where it can be had once, adds its words to the description instead. */
export function withTarget(mapping: readonly Target[], column: number, target: Target): readonly Target[] {
  return mapping.map((one, at) => {
    if (at === column) return target;
    return one === target && !shared.has(target) ? 'note' : one;
  });
}
