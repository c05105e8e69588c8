import { isSectionKind } from '../../shared/story/sections.ts';
import { nounOf } from '../fields/index.ts';
import type {
  Change,
  ChangeCount,
  ChangeVerb,
  ChangedField,
  Made,
  ManyChanges,
  OneChange,
} from '../../shared/history/change.ts';

/** What was done to an entry, as it is said before its name. */
const done: Readonly<Record<ChangeVerb, string>> = {
  created: 'Added',
  changed: 'Changed',
  deleted: 'Moved to the trash:',
  restored: 'Brought back',
  moved: 'Moved',
};

/** Who made a change. What this device's journal took in from elsewhere has an author of its own, named or not. */
export function whoWords({ author, origin }: Pick<Made, 'author' | 'origin'>): string {
  if (author !== '') return author;
  return origin === 'remote' || origin === 'merge' ? 'Somebody unnamed' : 'You';
}

/** How a change came about, where it was not simply made; '' where it was. */
export function howWords({ origin }: Pick<Made, 'origin'>): string {
  switch (origin) {
    case 'undo':
      return 'undone';
    case 'redo':
      return 'done again';
    case 'import':
      return 'from a page';
    case 'restore':
      return 'put back';
    case 'merge':
      return 'from another copy';
    case 'edit':
    case 'remote':
      return '';
  }
}

/** What was done, in a sentence. `about`: the change stands among others about the same entry, which is not named again. */
export function whatWords(change: Change, about: 'named' | 'known'): string {
  return change.type === 'one' ? oneWords(change, about) : manyWords(change);
}

function oneWords({ verb, field, subject, title }: OneChange, about: 'named' | 'known'): string {
  const name = subject.type === 'story' ? 'the story' : `${noun(subject.ref.kind)} ${quoted(title)}`;
  if (verb === 'changed' && field !== null) {
    const changed = `Changed ${fieldWords(field)}`;
    return about === 'known' ? changed : `${changed} of ${name}`;
  }
  if (about === 'known') return { ...done, deleted: 'Moved to the trash' }[verb];
  return `${done[verb]} ${name}`;
}

/** A field in the middle of a sentence: "the title". */
export function fieldWords({ type, label }: ChangedField): string {
  return type === 'draft' ? 'the text' : `“${label}”`;
}

function manyWords({ begins, origin, counts, storyFields }: ManyChanges): string {
  const list = [...counts.map(countWords), ...(storyFields === 0 ? [] : [headWords(storyFields)])].join(', ');
  if (begins) return list === '' ? 'The notebook was begun here' : `History begins here with ${list}`;
  const verb = { import: 'Brought in from a page', restore: 'Put back', merge: 'Joined from another copy' };
  const start = origin in verb ? verb[origin as keyof typeof verb] : 'Changed much at one stroke'; // checked by `in`
  return list === '' ? start : `${start}: ${list}`;
}

function headWords(count: number): string {
  return count === 1 ? 'one part of the story’s head' : `${count} parts of the story’s head`;
}

/** "27 events", and what was done to them where they were not added: "3 events changed". */
function countWords({ kind, verb, count }: ChangeCount): string {
  const counted = entriesWords(kind, count);
  const past = {
    created: '',
    changed: ' changed',
    deleted: ' to the trash',
    restored: ' brought back',
    moved: ' moved',
  };
  return `${counted}${past[verb]}`;
}

function entriesWords(kind: string, count: number): string {
  const counted = count.toLocaleString('en');
  if (isSectionKind(kind)) return `${counted} ${nounOf(kind, count)}`;
  return `${counted} ${count === 1 ? 'entry' : 'entries'} of a newer kind`;
}

function noun(kind: string): string {
  return isSectionKind(kind) ? nounOf(kind, 1) : 'entry';
}

/** Titles stand in quotation marks; what has none says so. */
export function quoted(title: string): string {
  return title === '' ? 'without a title' : `“${title}”`;
}
