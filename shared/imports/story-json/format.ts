/** What a full export says it is. A later version that is read differently gets another number. */
export const fullFormat = 'backstory-story/1';

/** The lists of Story JSON in the order of the page; a section that is not known here is an empty list. */
export const listKeys = [
  'indicators',
  'people',
  'organizations',
  'events',
  'scenarios',
  'contexts',
  'voices',
  'sources',
] as const;

/** The keys that hold no list of entries. */
export const headKeys = [
  'title',
  'kicker',
  'deck',
  'capturedOn',
  'nextEvent',
  'overview',
  'declaredSourceCount',
  'unsorted',
] as const;

/** The kind of entries that hold text nobody has filed; Story JSON has them as plain strings. */
export const unsortedKind = 'unsorted';
