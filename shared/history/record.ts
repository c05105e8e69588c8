import type { ChangeVerb, Subject } from './change.ts';
import type { RowInfo } from './document-rows.ts';

/** Typing in one field goes on as one change while no pause is longer than this, milliseconds. */
const longestPause = 5 * 60_000;
/** And until it has lasted this long, milliseconds. */
const longestRun = 30 * 60_000;
/** A stroke that touched more subjects than this is shown as one. */
const manySubjects = 12;

/** One thing that happened to one subject. What it changed to is the `before` of the next one, or what is there now. */
export interface Recorded {
  readonly track: Track;
  readonly verb: ChangeVerb;
  readonly before: unknown;
  readonly stroke: Stroke;
  readonly first: RowInfo;
  last: RowInfo;
  /** Bookkeeping that went along with another change of the entry: an earlier value kept in a log, a stamp. */
  alongside: boolean;
  /** The creation that it belongs to: giving a new entry its name. */
  readonly partOf: Recorded | null;
}

/** All that happened to a field, an entry's presence or its place. */
export interface Track {
  /** Names it within the notebook. */
  readonly key: string;
  readonly subject: Subject;
  readonly of: 'presence' | 'place' | 'field';
  /** Null for an entry's presence (created, deleted, restored) and place (moved). */
  readonly field: string | null;
  readonly recorded: Recorded[];
}

/** Consecutive rows that were written at one stroke: one step of one session, or one row. */
export interface Stroke {
  readonly key: string;
  readonly first: RowInfo;
  last: RowInfo;
  readonly recorded: Recorded[];
  /** Whether the document's history begins with it, and not with an empty notebook. */
  readonly begins: boolean;
}

/** What a row did to one track. `before` is asked for only where a new change begins. */
export interface Touch {
  readonly track: Track;
  readonly verb: ChangeVerb;
  before(): unknown;
  readonly alongside: boolean;
  /** The creation of the entry whose name this is, where it has not been deleted since. */
  readonly names?: Recorded | undefined;
}

const atOneStroke: ReadonlySet<string> = new Set(['import', 'restore', 'merge']);

/** The changes of one document, joined as they come. */
export class Record {
  readonly strokes: Stroke[] = [];

  /** Takes in what one row did. */
  add(row: RowInfo, touches: readonly Touch[]): void {
    if (touches.length === 0) return;
    const stroke = this.#strokeOf(row);
    for (const touch of touches) {
      const { track, verb, alongside } = touch;
      const last = track.recorded.at(-1);
      if (last !== undefined && goesOn(last, verb, row)) {
        last.last = row;
        last.alongside &&= alongside;
        if (last.partOf !== null && isSoonAfter(last.partOf, row)) last.partOf.last = row;
      } else {
        const before = touch.before();
        const partOf = touch.names !== undefined && before === '' && isSoonAfter(touch.names, row) ? touch.names : null;
        if (partOf !== null) partOf.last = row;
        const recorded: Recorded = { track, verb, before, stroke, first: row, last: row, alongside, partOf };
        track.recorded.push(recorded);
        stroke.recorded.push(recorded);
      }
    }
  }

  #strokeOf(row: RowInfo): Stroke {
    const key = strokeKey(row);
    const open = this.strokes.at(-1);
    if (open?.key === key) {
      open.last = row;
      return open;
    }
    const begins = open === undefined && (row.origin === 'merge' || row.origin === 'remote');
    const stroke: Stroke = { key, first: row, last: row, recorded: [], begins };
    this.strokes.push(stroke);
    return stroke;
  }
}

/** Whether a stroke is shown as one line. */
export function isMany(stroke: Stroke): boolean {
  if (stroke.begins) return true;
  const { length } = stroke.recorded;
  return atOneStroke.has(stroke.first.origin) ? length > 1 : length > manySubjects;
}

/** Whether what a row did is part of the latest change of the same track. */
export function goesOn(last: Pick<Recorded, 'verb' | 'first' | 'last'>, verb: ChangeVerb, row: RowInfo): boolean {
  const { first, last: before } = last;
  if (last.verb !== verb || (verb !== 'changed' && verb !== 'moved')) return false;
  if (atOneStroke.has(row.origin) && strokeKey(before) !== strokeKey(row)) return false;
  return isSoonAfter({ first, last: before }, row);
}

/** Whether a row goes on with the work of others: the same person, session and means, and no long pause. */
function isSoonAfter({ first, last }: Pick<Recorded, 'first' | 'last'>, row: RowInfo): boolean {
  if (last.session !== row.session || last.origin !== row.origin) return false;
  if (last.author !== row.author || last.authorId !== row.authorId) return false;
  return row.at - last.at <= longestPause && row.at - first.at <= longestRun;
}

function strokeKey({ seq, session, origin, step }: RowInfo): string {
  return step === 0 && !atOneStroke.has(origin) ? `${seq}` : `${session} ${origin} ${step}`;
}
