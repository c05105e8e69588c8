/** A date as a notebook keeps it. Immutable; compare by `edtf`. */
export interface StoryDate {
  /** ISO 8601-2 (EDTF) up to level 2, days and coarser: never a clock time. */
  readonly edtf: string;
  /** The wording of the person or page, verbatim, where it says more than the EDTF ("early January 2026"). */
  readonly words?: string;
}

interface Doubt {
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** One point of an EDTF value. Years are astronomical (0 is 1 BC), months 1 to 12, days 1 to 31. */
export type EdtfPoint = Doubt &
  (
    | { readonly kind: 'day'; readonly year: number; readonly month: number; readonly day: number }
    | { readonly kind: 'month'; readonly year: number; readonly month: number }
    | { readonly kind: 'year'; readonly year: number; readonly significant: number | null }
    | { readonly kind: 'season'; readonly year: number; readonly season: number }
    | { readonly kind: 'decade'; readonly first: number }
    | { readonly kind: 'century'; readonly first: number }
    /** Digits left open other than a plain decade or century: `2026-01-XX`, `XXXX-12-25`. `X` stands for an open digit. */
    | { readonly kind: 'masked'; readonly year: string; readonly month: string | null; readonly day: string | null }
  );

/** The end of an interval: a point, open (`..`: it goes on), or unknown (empty). */
export type EdtfEnd = EdtfPoint | 'open' | 'unknown';

/** A member of a set: a point, or all points from one to another. */
export type EdtfMember = EdtfPoint | { readonly kind: 'run'; readonly from: EdtfPoint; readonly to: EdtfPoint };

/** What an EDTF text says. */
export type EdtfValue =
  | EdtfPoint
  | { readonly kind: 'interval'; readonly from: EdtfEnd; readonly to: EdtfEnd }
  | {
      readonly kind: 'set';
      /** True for `{…}`, all of the members; false for `[…]`, one of them. */
      readonly all: boolean;
      readonly earlier: boolean;
      readonly later: boolean;
      readonly members: readonly EdtfMember[];
    };

/** How fine a date is. Sets and intervals are `interval`, whatever their ends are. */
export type DatePrecision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'interval';

/** The stretch of time a date covers, for drawing and sorting. */
export interface DateBounds {
  /** UTC milliseconds of the first day's midnight; null where the date has no beginning. */
  readonly start: number | null;
  /** UTC milliseconds of the midnight after the last day; null where the date has no end. */
  readonly end: number | null;
  readonly precision: DatePrecision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** The day that relative words and missing years are read against, `YYYY-MM-DD`. */
export interface ReadingDay {
  readonly today: string;
}

/** What words were understood to say. */
export type DateReading =
  | {
      readonly kind: 'date';
      readonly date: StoryDate;
      /** The words name no year: the one nearest to `today` was taken. */
      readonly inferredYear: boolean;
      /** The words count from `today` ("yesterday"); they are never kept, because they go stale. */
      readonly relative: boolean;
    }
  /** The words say that the date is not known ("undated"). */
  | { readonly kind: 'unknown' };

/** A date suggested by running text; a person confirms it. */
export interface FoundDate {
  /** The words as they stand in the text. */
  readonly words: string;
  readonly date: StoryDate;
  /** Where the words start in the text, in UTF-16 units, and how many there are. */
  readonly index: number;
  readonly length: number;
  readonly inferredYear: boolean;
}

/** A clock time with the zone as written. Kept beside a date, never inside it. */
export interface ClockTime {
  /** 24-hour `HH:MM`. */
  readonly time: string;
  /** The zone in the words of the text ("local", "UTC+2"); absent where none is named. */
  readonly zone?: string;
  /** All the words, trimmed. */
  readonly words: string;
}
