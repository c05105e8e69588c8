import { compareDates } from '../../../shared/story/dates/index.ts';
import { compareRanked } from '../../../shared/story/rank.ts';
import type { EntryOf } from '../../../shared/story/sections.ts';
import { alreadyFirst, alreadyLast } from '../../fields/index.ts';
import type { Move, Moves, Wish } from '../../fields/index.ts';

type Event = EntryOf<'events'>;

/** One dated event with the undated ones that follow it; the first run may have none that is dated. */
interface Run {
  readonly lead: Event | null;
  readonly members: readonly Event[];
}

const byDate: Moves = {
  ok: false,
  why: 'A dated event stands where its date puts it. Change the date to move it.',
};

/**
 * How an event is moved. Undated ones go right behind the event they are put behind. Dated ones change places only with
 * others of the same date, and take the undated ones that follow them along.
 * @param shown all events in display order
 */
export function eventMoves(shown: readonly Event[], id: string, wish: Wish): Moves {
  const at = shown.findIndex((event) => event.id === id);
  const event = shown[at];
  if (event === undefined) return byDate;
  if (event.fields.date !== null) return datedMoves(shown, event, wish);
  if ('behind' in wish) return { ok: true, moves: wish.behind === id ? [] : [{ id, after: wish.behind }] };
  if (wish.step < 0) return at === 0 ? alreadyFirst : { ok: true, moves: [{ id, after: shown[at - 2]?.id ?? null }] };
  const next = shown[at + 1];
  return next === undefined ? alreadyLast : { ok: true, moves: [{ id, after: next.id }] };
}

function datedMoves(shown: readonly Event[], event: Event, wish: Wish): Moves {
  const runs = runsOf(shown);
  const from = runs.findIndex((run) => run.lead === event);
  const run = runs[from];
  if (run === undefined) return byDate;
  // Counted among the other runs: the one that it is to stand behind.
  const others = runs.filter((one) => one !== run);
  const behind =
    'behind' in wish
      ? others.findIndex((one) => one.members.some((member) => member.id === wish.behind))
      : from - 1 + wish.step;
  if ('step' in wish && wish.step > 0 && from === runs.length - 1) return alreadyLast;
  if ('step' in wish && wish.step < 0 && from <= 1) return alreadyFirst;
  const before = others[Math.max(behind, 0)];
  const next = others[Math.max(behind, 0) + 1];
  if (before !== undefined && sameDate(before.lead, event)) return block(run, before.members.at(-1)?.id ?? null);
  if (next !== undefined && sameDate(next.lead, event)) return block(run, rankedBefore(shown, run, next));
  return byDate;
}

function runsOf(shown: readonly Event[]): readonly Run[] {
  const runs: { lead: Event | null; members: Event[] }[] = [{ lead: null, members: [] }];
  for (const event of shown) {
    if (event.fields.date !== null) runs.push({ lead: event, members: [event] });
    else runs.at(-1)?.members.push(event);
  }
  return runs;
}

/** A run put behind an entry, members in their order. */
function block(run: Run, after: string | null): Moves {
  const moves: Move[] = [];
  for (const { id } of run.members) moves.push({ id, after: moves.at(-1)?.id ?? after });
  return { ok: true, moves };
}

/** The entry right before a run in the hand-made order, the moved run left out. */
function rankedBefore(shown: readonly Event[], moved: Run, next: Run): string | null {
  const ranked = shown.filter((event) => !moved.members.includes(event)).sort(compareRanked);
  const at = ranked.findIndex((event) => event === next.lead);
  return ranked[at - 1]?.id ?? null;
}

function sameDate(a: Event | null, b: Event): boolean {
  const [left, right] = [a?.fields.date ?? null, b.fields.date];
  return left !== null && right !== null && compareDates(left, right) === 0;
}
