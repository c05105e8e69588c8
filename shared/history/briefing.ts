import type { EntryRef } from '../story/ref.ts';
import type { ChangedField } from './change.ts';
import type { Difference } from './difference.ts';
import type { News, NewsField } from './news.ts';

/** Which absence is asked about. All moments are those of this device's journal (`kept`), milliseconds since 1970. */
export interface BriefingQuery {
  /** When it began. */
  readonly since: number;
  /** When it ended: what was done here later was done knowing of theirs, or could have been. */
  readonly until: number;
  /** Up to when what came in belongs to it: others who were cut off as well come back a little later. */
  readonly theirsUntil: number;
}

/** What teammates did while this device was away, against what was done here meanwhile. */
export interface Briefing {
  /** What both touched: where one side was lost comes first. */
  readonly collisions: readonly Collision[];
  /** What teammates did, as they did it: without what was done here. */
  readonly theirs: News;
  /** How many things they changed: entries, and parts of the head. */
  readonly things: number;
  /** What they changed and nobody did here, and does not stand again as it was when the absence began. */
  readonly reversible: readonly ChangedPlace[];
}

/** A field of an entry in the notebook, or one of the story's own (`ref` null). */
export interface ChangedPlace {
  readonly ref: EntryRef | null;
  readonly field: string;
}

export type Collision = FieldCollision | DeletionCollision | DraftCollision;

interface Collided {
  /** What the entry is called now; '' for the story. */
  readonly title: string;
  /** The display names of those who did the other half, the latest first; '' where unknown. */
  readonly authors: readonly string[];
}

/** The same field was changed here and by teammates, to different values. */
export interface FieldCollision extends Collided {
  readonly type: 'field';
  /** Null for one of the story's own fields. */
  readonly ref: EntryRef | null;
  readonly field: ChangedField;
  /** What each side did to what stood there before. */
  readonly mine: Difference;
  readonly theirs: Difference;
  /** What each side left, of the field's type. */
  readonly values: { readonly mine: unknown; readonly theirs: unknown };
  /** They wrote something that was replaced before it reached this device: nobody here knows what. */
  readonly isTheirsUnknown: boolean;
  /** Whose value stands there now; `both`: they were merged, or it was changed since. */
  readonly stands: 'mine' | 'theirs' | 'both';
}

/** One side deleted an entry that the other edited. */
export interface DeletionCollision extends Collided {
  readonly type: 'deletion';
  readonly ref: EntryRef;
  readonly deletedBy: 'me' | 'them';
  /** What the other side did to it. */
  readonly edits: readonly NewsField[];
  /** What has become of it: kept until somebody decides, in the notebook, or in the trash. */
  readonly now: 'contested' | 'here' | 'trash';
}

/** The text of a draft was written in here and by teammates. */
export interface DraftCollision extends Collided {
  readonly type: 'draft';
  readonly ref: EntryRef;
  readonly mine: Difference;
  readonly theirs: Difference;
  /** The paragraphs that both changed, as each side left them. */
  readonly passages: readonly { readonly mine: Difference; readonly theirs: Difference }[];
  /** The moment (`kept`) of the text as it stood here before the first of theirs came in; null where there is none. */
  readonly mineAt: number | null;
}
