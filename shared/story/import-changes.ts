import type { BriefDraft } from './brief-block.ts';
import type { EntryDraft } from './entry.ts';
import type { NamedInTexts } from './import-draft.ts';
import type { EntryRef } from './ref.ts';
import type { StoryValues } from './story-fields.ts';

/** New entries of one kind that stand next to each other. */
export interface ImportCreation {
  readonly kind: string;
  /** After an entry, first (null), or last. */
  readonly place: { readonly after: string | null } | 'last';
  readonly drafts: readonly EntryDraft[];
}

/** New values for fields of an entry that is already there, in the order in which they are to be set. */
export interface ImportEdit {
  readonly ref: EntryRef;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What an import does to a notebook, once a person has agreed to it. Plain data; `applyImport` carries it out. */
export interface ImportChanges {
  readonly story: Partial<StoryValues>;
  readonly creations: readonly ImportCreation[];
  readonly edits: readonly ImportEdit[];
  /** The texts of drafts among the creations, by their ids. Who carries the changes out writes them into the drafts' documents. */
  readonly texts?: readonly BriefDraft[];
  /** Given, pictures are stored before the texts are written, and what the notebook does not have becomes words. */
  readonly named?: NamedInTexts;
  /** Story keys that only a newer version knows. */
  readonly extra?: Readonly<Record<string, unknown>>;
}
