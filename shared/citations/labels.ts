import type { Name } from '../interchange/index.ts';
import { plainFromRich } from '../story/rich-text.ts';
import type { RichText } from '../story/rich-text.ts';
import { headOf } from './chicago/head.ts';
import { titleRuns } from './chicago/parts.ts';
import { noDate, yearWords } from './dates.ts';
import { listed } from './people-list.ts';
import { naturalName, nameWithInitials, shortName } from './person.ts';
import type { Work } from './work.ts';

/** What a source is called in the text, in author–date. */
export interface Label {
  /** Who wrote it; the title where nobody is named. */
  readonly head: RichText;
  /** With the letter that tells it from others. */
  readonly year: string;
}

type WriteName = (name: Name, at: number) => string;

/** The names and years that tell works apart (CMOS 17, 15.20–22, 15.29). Letters go by the order of the works, that of the list. */
export function labelsOf(works: readonly Work[]): ReadonlyMap<string, Label> {
  const write = firstNameWriter(works);
  const dated = works.map((work) => ({ work, year: yearWords(work.published) || noDate }));
  // Lists of names that are shortened to the same words in the same year show as many names as it takes.
  const headed = groups(dated, ({ work, year }) => `${plainFromRich(headRuns(work, write, 1))}\n${year}`).flatMap(
    (alike) =>
      alike.map(({ work, year }) => ({ work, year, head: headRuns(work, write, namesNeeded(work, alike, write)) })),
  );
  const labels = groups(headed, ({ head, year }) => `${plainFromRich(head)}\n${year}`).flatMap((group) =>
    group.map(({ work, year, head }, at) => {
      const letter = group.length > 1 ? letters(at) : '';
      return [work.id, { head, year: lettered(year, letter) }] as const;
    }),
  );
  return new Map(labels);
}

function headRuns(work: Work, write: WriteName, shown: number): RichText {
  const head = headOf(work);
  if (head.by === 'title') return titleRuns(work, work.shortTitle);
  return [{ text: head.body || listed(head.people, { write, most: Math.max(3, shown), shown, and: ' and ' }) }];
}

/** How many names of a shortened list tell it from the lists that begin alike. */
function namesNeeded(work: Work, alike: readonly { readonly work: Work }[], write: WriteName): number {
  const names = headOf(work).people.names.map(write);
  if (names.length <= 3) return 1;
  const differences = alike.map((other) => {
    const others = headOf(other.work).people.names.map(write);
    const at = names.findIndex((name, place) => name !== others[place]);
    if (at >= 0) return at + 1;
    return others.length > names.length ? names.length : 1;
  });
  return differences.reduce((most, one) => Math.max(most, one), 1);
}

/** Short names, but the first with initials, or in full, where others of that name come first elsewhere (CMOS 17, 15.22). */
function firstNameWriter(works: readonly Work[]): WriteName {
  const first = works.flatMap((work) => headOf(work).people.names.slice(0, 1));
  const [short, initialled] = [sharedNames(first, shortName), sharedNames(first, nameWithInitials)];
  return (name, at) => {
    if (at > 0 || !short.has(shortName(name))) return shortName(name);
    return initialled.has(nameWithInitials(name)) ? naturalName(name) : nameWithInitials(name);
  };
}

/** Forms of names that stand for more than one person. */
function sharedNames(names: readonly Name[], form: (name: Name) => string): ReadonlySet<string> {
  const shared = groups(names, form).filter((alike) => new Set(alike.map(naturalName)).size > 1);
  return new Set(shared.flatMap((alike) => alike.slice(0, 1).map(form)));
}

/** What has the same key together, in the order of the first of each. */
function groups<T>(things: readonly T[], key: (thing: T) => string): readonly (readonly T[])[] {
  const found = new Map<string, T[]>();
  for (const thing of things) {
    const group = found.get(key(thing));
    if (group === undefined) found.set(key(thing), [thing]);
    else group.push(thing);
  }
  return [...found.values()];
}

/** 2021a, n.d.-a: a letter does not touch another. */
function lettered(year: string, letter: string): string {
  return letter === '' || /\d$/.test(year) ? `${year}${letter}` : `${year}-${letter}`;
}

/** a, b, … z, aa, ab, … */
function letters(at: number): string {
  const last = String.fromCharCode(97 + (at % 26));
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last;
}
