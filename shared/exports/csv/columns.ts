/** The columns of a timeline, in order; these names are the header, and never change. */
export const columns = [
  'title',
  'date',
  'when',
  'time',
  'zone',
  'category',
  'kind',
  'expected',
  'text',
  'actors',
  'id',
] as const;
export type Column = (typeof columns)[number];

/** Several names in one cell, with semicolons between them; what would be mistaken for one has a backslash. */
export function joinNames(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\;\r\n]/g, '\\$&')).join('; ');
}
