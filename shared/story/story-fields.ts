import { field } from './fields.ts';
import type { Values } from './fields.ts';

/** What a notebook holds once: the head of the story and its overview. */
export const storyFields = {
  title: field.line('Title'),
  /** A short label; pages print it under the title, we set it above. */
  kicker: field.line('Kicker'),
  deck: field.line('Deck'),
  overview: field.rich('Overview'),
  /** The day the page was captured; countdowns count from it. Asked for, never guessed. */
  capturedOn: field.day('As of'),
  nextTitle: field.line('Next expected event'),
  /** Days ahead as printed on the page, relative to `capturedOn`. */
  nextInDays: field.number('In days'),
  nextDate: field.date('Expected on'),
  /** "53 Sources:" said the page; kept beside the number known. */
  declaredSourceCount: field.number('Sources declared'),
} as const;

export type StoryValues = Values<typeof storyFields>;
