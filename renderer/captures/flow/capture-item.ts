import type { CaptureNote } from '../../../shared/captures/index.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import type { Brought } from './brought.ts';
import type { DetailWords } from './details.ts';
import type { Duplicate } from './duplicates.ts';

/** What was read of something that was brought; kept until the person says what is to become of it. */
export interface ReadItem {
  /** SHA-256 of the original, hex. */
  readonly hash: string;
  /** The file's name, or one made of its title. */
  readonly name: string;
  readonly mediaType: string;
  /** Where it was fetched from; '' for what was not. */
  readonly address: string;
  /** The original. Out of the page's memory: a hundred large files may wait at once. */
  readonly original: Blob;
  /** The reading as it is stored. */
  readonly reading: Blob;
  /** How its text begins. */
  readonly begins: string;
  /** What a person should know of it: a scan, a guessed encoding. */
  readonly notes: readonly CaptureNote[];
  /** Where it is a new version of a source: whether its text reads as the one before. */
  readonly readsTheSame: boolean;
}

/** What becomes of it: a source of its own, a new version of the one it repeats, or nothing. */
export type Choice = 'new' | 'version' | 'skip';

export type ItemState =
  | { readonly kind: 'waiting' }
  /** Pages read so far, where it has pages. */
  | { readonly kind: 'reading'; readonly pages: { readonly done: number; readonly total: number } | null }
  | { readonly kind: 'ready'; readonly read: ReadItem }
  | { readonly kind: 'adding'; readonly read: ReadItem }
  | { readonly kind: 'added'; readonly ref: EntryRef; readonly as: 'new' | 'version' }
  | {
      readonly kind: 'problem';
      readonly message: string;
      /** Whether trying again may help: the file itself may be what is wrong. */
      readonly canRetry: boolean;
      /** What is tried again with instead, by a person who has read the message. */
      readonly nevertheless: Brought | null;
      /** There where it was the storing that failed. */
      readonly read: ReadItem | null;
    };

/** One thing that was brought, on its way to become a source. */
export interface CaptureItem {
  readonly id: number;
  readonly brought: Brought;
  /** The source it is a new version of; null where that is open. */
  readonly into: string | null;
  readonly state: ItemState;
  /** What is known of it, as it will be stored once confirmed. */
  readonly words: DetailWords;
  readonly duplicate: Duplicate | null;
  readonly choice: Choice;
  /** Whether it was to be added and something typed is not understood. */
  readonly isWrong: boolean;
}

/** What one calls it: its title once it is known. */
export function nameOf({ words, brought }: CaptureItem): string {
  return words.title.trim() || brought.name;
}

/** What was read of an item; null where nothing was yet. */
export function readOf({ state }: CaptureItem): ReadItem | null {
  return 'read' in state ? state.read : null;
}
