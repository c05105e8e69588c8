import Fuse from 'fuse.js';
import type { FuseResult } from 'fuse.js';
import type { Action } from '../../session/actions.ts';

/** One row of the palette. */
export interface PaletteItem {
  readonly id: string;
  readonly title: string;
  /** Quiet words at the end: the section an entry belongs to. */
  readonly hint?: string;
  readonly shortcut?: string;
  run(): void;
}

/** Finds entries of the open notebook for the palette, best first. */
export type FindEntries = (query: string) => Promise<readonly PaletteItem[]>;

export interface PaletteGroup {
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

/** Rows of a group that fit on a screen beside the others. */
const mostActions = 8;
const mostRecent = 5;

/** What concerns the work stands before what concerns the window; groups of views stand between. */
const firstGroups = ['Go to', 'Edit'];
const lastGroups = ['Notebook', 'Window', 'Settings', 'Help'];

/** Where a group of actions stands among the others; lower is earlier. */
export function groupPlace(title: string): number {
  const first = firstGroups.indexOf(title);
  return first === -1 ? lastGroups.indexOf(title) + 1 : first - firstGroups.length;
}

/** The latest action of every id, in the order they were offered. */
export function uniqueActions(actions: readonly Action[]): readonly Action[] {
  return [...new Map(actions.map((action) => [action.id, action])).values()];
}

/** What the palette shows before anything is typed: what was run lately, then everything by group. */
export function allGroups(actions: readonly Action[], recent: readonly string[]): readonly PaletteGroup[] {
  const unique = uniqueActions(actions);
  const latest = recent
    .map((id) => unique.find((action) => action.id === id))
    .filter((action) => action !== undefined)
    .slice(0, mostRecent);
  const groups = new Map<string, PaletteItem[]>();
  for (const action of unique) {
    if (!latest.includes(action)) groups.set(action.group, [...(groups.get(action.group) ?? []), item(action)]);
  }
  const rest = [...groups].map(([title, items]) => ({ title, items }));
  rest.sort((a, b) => groupPlace(a.title) - groupPlace(b.title));
  return latest.length === 0 ? rest : [{ title: 'Recent', items: latest.map(item) }, ...rest];
}

/** The actions that fit what was typed, best first; misspellings are forgiven. */
export function findActions(actions: readonly Action[], query: string): readonly PaletteItem[] {
  const fuse = new Fuse(uniqueActions(actions), {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'keywords', weight: 2 },
      { name: 'group', weight: 1 },
    ],
    threshold: 0.3,
    ignoreLocation: true,
    includeScore: true,
  });
  // Who types how something begins wants that. Who names a place nearly always wants to go there, whatever else can be done with it.
  const begins = ({ title }: Action) => title.toLowerCase().startsWith(query.toLowerCase());
  const rank = ({ item: action, score = 1 }: FuseResult<Action>) =>
    begins(action) ? score - 2 : action.group === 'Go to' ? score - 1 : score;
  const hits = fuse.search(query).sort((a, b) => rank(a) - rank(b));
  return hits.slice(0, mostActions).map((hit) => item(hit.item));
}

/** The groups for what was typed. Actions stand first only where one of their words begins like that; else entries do. */
export function foundGroups(
  query: string,
  actions: readonly PaletteItem[],
  entries: readonly PaletteItem[],
): readonly PaletteGroup[] {
  const commands = { title: 'Commands', items: actions };
  const found = { title: 'In this notebook', items: entries };
  const begins = actions.some(({ title }) => (' ' + title.toLowerCase()).includes(` ${query.toLowerCase()}`));
  return (begins ? [commands, found] : [found, commands]).filter(({ items }) => items.length > 0);
}

function item({ id, title, shortcut, run }: Action): PaletteItem {
  return { id, title, run, ...(shortcut === undefined ? {} : { shortcut }) };
}
