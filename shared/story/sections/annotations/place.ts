import * as v from 'valibot';

/** A position in a draft's document: a relative position of Yjs, encoded, as base64. */
const relativePosition = v.pipe(v.string(), v.maxLength(1024));

/**
 * The words of a draft that a note is about. Relative positions follow every edit of the words; the W3C selectors find them where those
 * are lost (the paragraph was split or became a list, the draft was made anew from a file).
 */
export const notePlaceSchema = v.object({
  /** W3C TextQuoteSelector: the words when they were last looked for, and what stood around them. */
  quote: v.object({ exact: v.string(), prefix: v.string(), suffix: v.string() }),
  /** W3C TextPositionSelector, in code points of the draft's lines (`renderer/editor/comments/draft-lines.ts`). */
  position: v.object({ start: v.number(), end: v.number() }),
  /** Before the first letter and behind the last; '' where they come from a file that has none. */
  start: relativePosition,
  end: relativePosition,
});

export type NotePlace = v.InferOutput<typeof notePlaceSchema>;
