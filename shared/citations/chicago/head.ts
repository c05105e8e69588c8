import { listed } from '../people-list.ts';
import { invertedName, naturalName, shortName } from '../person.ts';
import type { People } from '../person.ts';
import type { Work } from '../work.ts';

/** Who or what a source is listed under. */
export interface Head {
  readonly by: 'authors' | 'editors' | 'publisher' | 'container' | 'title';
  /** Nobody where no person is named. */
  readonly people: People;
  /** The words of a body that stands for an author; '' for people and titles. */
  readonly body: string;
}

const nobody: People = { names: [], others: false };

/** The author; else the editor of a book; else the body that published it; else its title (CMOS 17, 14.79, 14.199, 14.207, 15.36). */
export function headOf(work: Work): Head {
  if (work.authors.names.length > 0) return { by: 'authors', people: work.authors, body: '' };
  if (work.kind === 'whole' && work.editors.names.length > 0) return { by: 'editors', people: work.editors, body: '' };
  if (work.kind === 'press' && work.container !== '') return { by: 'container', people: nobody, body: work.container };
  const isBody = work.kind === 'page' || work.type === 'report' || work.type === 'standard';
  if (isBody && work.publisher !== '') return { by: 'publisher', people: nobody, body: work.publisher };
  return { by: 'title', people: nobody, body: '' };
}

/** "D’Agata, John, ed.": how a list begins; ten names at most, or the first seven (CMOS 17, 14.76). '' where a title begins it. */
export function listHead({ by, people, body }: Head): string {
  const words = listed(people, {
    write: (name, at) => (at === 0 ? invertedName(name) : naturalName(name)),
    most: 10,
    shown: 7,
    and: ' and ',
    inverted: true,
  });
  return body || withRole(words, by, people);
}

/** "John D’Agata, ed.": how a note begins; three names at most, or the first (CMOS 17, 14.76). Bodies do not begin a note. */
export function noteHead({ by, people }: Head): string {
  return withRole(listed(people, { write: naturalName, most: 3, shown: 1, and: ' and ' }), by, people);
}

/** "Grazer and Fishman": how a later note begins (CMOS 17, 14.30). */
export function shortHead({ people, body }: Head): string {
  return body || listed(people, { write: shortName, most: 3, shown: 1, and: ' and ' });
}

function withRole(words: string, by: Head['by'], { names, others }: People): string {
  if (by !== 'editors' || words === '') return words;
  return `${words}, ${names.length > 1 || others ? 'eds.' : 'ed.'}`;
}

/** "John D’Agata and Ann Ott": people in the middle of an entry. */
export function namedInside(people: People): string {
  return listed(people, { write: naturalName, most: 10, shown: 7, and: ' and ' });
}
