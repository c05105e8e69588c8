import type { NamedInTexts } from '../../story/import-draft.ts';
import type { BriefDraft } from '../../story/brief-block.ts';
import type { Entry, EntryDraft } from '../../story/entry.ts';
import type { StoryValues } from '../../story/story-fields.ts';
import type { StorySnapshot } from '../story-json/snapshot.ts';

/** A notebook as an update finds it. */
export interface CurrentStory extends StorySnapshot {
  /** Entries in the trash, by kind: what somebody threw away is not brought back unasked. */
  readonly trash: Readonly<Record<string, readonly Entry[]>>;
}

/** One field that the page says otherwise than the notebook. */
export interface FieldDifference {
  readonly field: string;
  readonly label: string;
  /** Words, for showing. */
  readonly before: string;
  readonly after: string;
}

/** An entry of the notebook that an item may be about. */
export interface PossibleMatch {
  readonly id: string;
  readonly title: string;
  readonly differences: readonly FieldDifference[];
}

/**
 * What is done with an item: `take` adds a new entry, or changes the matched one; `merge` changes the entry that a new
 * item may be about; `skip` does nothing.
 */
export type UpdateChoice = 'take' | 'merge' | 'skip';

/** One entry of the page, or of the notebook where the page does not have it. */
export interface UpdateItem {
  /** Names the item in the choices: stable for one plan. */
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  /** `gone`: in the notebook and not on the page. Nothing is ever deleted for it. */
  readonly status: 'new' | 'changed' | 'same' | 'gone';
  /** Null where the item is `gone`. */
  readonly draft: EntryDraft | null;
  /** 1-based line in the file; 0 where there is none. */
  readonly line: number;
  /** The entry it was matched with; null where it is new, or a text that stands in another section already. */
  readonly existingId: string | null;
  readonly differences: readonly FieldDifference[];
  /** For a new item: an entry it may be about, which the matching is not sure of. */
  readonly similarTo: PossibleMatch | null;
  /** For a new item: whether the same stands in the trash. */
  readonly inTrash: boolean;
  /** What is done unless a person says otherwise. */
  readonly choice: UpdateChoice;
}

/** A part of the story's head that the page says otherwise. What belongs together is one part: the next event. */
export interface StoryPart {
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly fields: Partial<StoryValues>;
  readonly choice: 'take' | 'skip';
}

/** What a page would change in a notebook. Plain data: shown, chosen from, then turned into changes. */
export interface UpdatePlan {
  readonly items: readonly UpdateItem[];
  readonly story: readonly StoryPart[];
  /** Where new items go: runs of keys behind an entry, first (null), or last. */
  readonly places: readonly NewPlace[];
  readonly extra?: Readonly<Record<string, unknown>>;
  /** The texts of drafts among the items, by their ids. */
  readonly texts?: readonly BriefDraft[];
  /** What these texts name. */
  readonly named?: NamedInTexts;
  /** The day the page was captured: the day that changed values hold from. */
  readonly capturedOn: string | null;
}

export interface NewPlace {
  readonly kind: string;
  readonly place: { readonly after: string | null } | 'last';
  readonly keys: readonly string[];
}
