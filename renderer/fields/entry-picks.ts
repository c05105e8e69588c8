import Fuse from 'fuse.js';
import type { EntryRef } from '../../shared/story/ref.ts';
import { section } from '../../shared/story/sections.ts';
import type { EntryOf } from '../../shared/story/sections.ts';

/** The kinds whose entries can be named as actors. */
export type ActorKind = 'people' | 'organizations';

/** One entry that can be picked by name. */
export interface Pick {
  readonly ref: EntryRef;
  readonly title: string;
  /** Other names it is found by. */
  readonly others: readonly string[];
  /** "Person" */
  readonly hint: string;
}

/** People and organizations as they can be picked. */
export function actorPicks(
  people: readonly EntryOf<'people'>[],
  organizations: readonly EntryOf<'organizations'>[],
): readonly Pick[] {
  return [
    ...people.map(({ kind, id, fields }) => ({
      ref: { kind, id },
      title: section('people').title(fields),
      others: fields.spellings,
      hint: section('people').names.one,
    })),
    ...organizations.map(({ kind, id, fields }) => ({
      ref: { kind, id },
      title: section('organizations').title(fields),
      others: [fields.acronym, ...fields.spellings],
      hint: section('organizations').names.one,
    })),
  ];
}

/** A list longer than this is narrowed by typing, not by scrolling. */
const mostShown = 20;

/** Finds picks by any of their names, misspelt ones too; all of them, in order, for no words. */
export function pickFinder(picks: readonly Pick[]): (words: string) => readonly Pick[] {
  const fuse = new Fuse(picks, { keys: ['title', 'others'], threshold: 0.35, ignoreLocation: true });
  return (words) =>
    words.trim() === ''
      ? picks.slice(0, mostShown)
      : fuse.search(words.trim(), { limit: mostShown }).map((result) => result.item);
}
