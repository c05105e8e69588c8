import type {
  Briefing,
  Collision,
  DeletionCollision,
  DraftCollision,
  FieldCollision,
} from '../../../shared/history/briefing.ts';
import type { ChangedField } from '../../../shared/history/change.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { refKey } from '../../../shared/story/ref.ts';
import { clockWords, dateWords } from '../day-words.ts';
import { fieldWords } from '../history-words.ts';
import { authorsWords } from '../news-words.ts';
import type { Absence } from './absences.ts';

/** Who has given no name. */
export const unnamed = 'somebody unnamed';

/** "Noor and Ilir changed 14 things while you were away"; what met one's own changes is counted besides. */
export function offerWords(briefings: readonly Briefing[]): string {
  const authors = briefings.flatMap(({ theirs }) => theirs.authors);
  const things = sum(briefings.map((briefing) => briefing.things));
  const both = sum(briefings.map(({ collisions }) => new Set(collisions.map(thingOf)).size));
  const changed = things === 1 ? '1 thing' : `${things.toLocaleString('en')} things`;
  const some = things === 1 ? '' : `${both.toLocaleString('en')} of them `;
  const met = both === 0 ? '' : `, ${some}beside changes of yours`;
  return capital(`${authorsWords(authors, unnamed)} changed ${changed} while you were away${met}`);
}

/** What an entry, or the head (`ref` null), is called. */
export function thingName(ref: EntryRef | null, title: string): string {
  if (ref === null) return 'Head and overview';
  return title === '' ? 'Without a title' : title;
}

/** "title of Aground". */
export function fieldName(ref: EntryRef | null, field: ChangedField, title: string): string {
  return `${field.label.toLowerCase()} of ${thingName(ref, title)}`;
}

/** "Away from 14:05 to 15:20", with days where it was longer. */
export function absenceWords({ since, until }: Absence): string {
  const [from, to] = [clockWords(since), clockWords(until)];
  if (new Date(since).toDateString() === new Date(until).toDateString())
    return from === to ? `Away for less than a minute, at ${from}` : `Away from ${from} to ${to}`;
  return `Away from ${dateWords(since)}, ${from}, to ${dateWords(until)}, ${to}`;
}

/** What happened to a field that both changed, in a sentence or two. */
export function fieldCollisionWords({ field, authors, stands }: FieldCollision): string {
  const others = authorsWords(authors, unnamed);
  const both = `You and ${others} both changed ${fieldWords(field)}.`;
  if (stands === 'mine') return `${both} Yours stands.`;
  return stands === 'theirs' ? `${both} Theirs stands.` : `${both} What stands is neither alone.`;
}

export function deletionWords({ deletedBy, authors, now }: DeletionCollision): string {
  const others = authorsWords(authors, unnamed);
  const what =
    deletedBy === 'them'
      ? `${capital(others)} deleted this while you edited it.`
      : `You deleted this while ${others} edited it.`;
  if (now === 'contested') return `${what} It is kept until somebody decides.`;
  return now === 'here' ? `${what} It is in the notebook.` : `${what} It is in the trash.`;
}

export function draftCollisionWords({ authors, passages }: DraftCollision): string {
  const both = `You and ${authorsWords(authors, unnamed)} both wrote in this draft.`;
  if (passages.length === 0) return `${both} Both texts are in it.`;
  const where = passages.length === 1 ? 'the same paragraph' : `the same ${passages.length} paragraphs`;
  return `${both} You changed ${where}, where the words of both were joined.`;
}

/** What is counted as one thing: an entry, or a field of the story itself. */
function thingOf(collision: Collision): string {
  if (collision.type !== 'field') return refKey(collision.ref);
  return collision.ref === null ? collision.field.name : refKey(collision.ref);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
