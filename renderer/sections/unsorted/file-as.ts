import type { EntryDraft } from '../../../shared/story/entry.ts';

/** The sections a text can be filed into, with the field for its heading and the one for the rest. */
const places = {
  events: ['title', 'text'],
  people: ['name', 'note'],
  organizations: ['name', 'note'],
  indicators: ['label', 'detail'],
  scenarios: ['title', 'text'],
  contexts: ['title', 'whatHappened'],
} as const;

export type FileKind = keyof typeof places;

// The keys of a constant object are its names, which TypeScript widens to strings.
export const fileKinds = Object.keys(places) as readonly FileKind[];

/** A first line longer than this is prose and no heading. */
const longestHeading = 120;

/**
 * An entry made of a text that no section had recognised. Its first line, or the words before a colon or dash in it,
 * become the heading where they are short enough to be one; no word is left out.
 */
export function fileAs(kind: FileKind, text: string): EntryDraft {
  const [heading, rest] = places[kind];
  const { first, others } = divide(text.trim());
  return { kind, fields: { [heading]: first, [rest]: others } };
}

function divide(text: string): { readonly first: string; readonly others: string } {
  const lineEnd = text.indexOf('\n');
  const line = lineEnd < 0 ? text : text.slice(0, lineEnd);
  const under = lineEnd < 0 ? '' : text.slice(lineEnd + 1).trim();
  const [, before, after] = /^(.{1,80}?)(?::| [-–—])\s+(\S.*)$/.exec(line) ?? [];
  if (before !== undefined && after !== undefined)
    return { first: before.trim(), others: [after.trim(), under].filter(Boolean).join('\n') };
  return line.length <= longestHeading ? { first: line.trim(), others: under } : { first: '', others: text };
}
