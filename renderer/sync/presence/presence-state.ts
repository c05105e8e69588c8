import * as v from 'valibot';
import type { SyncPeer } from '../../../shared/bridge/index.ts';
import { entryRefSchema } from '../../../shared/story/ref.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import type { DraftCaret, Teammate } from '../../session/presence.ts';
import type { Place, ViewName } from '../../session/view-state.ts';

/** Where one is, as it is told to teammates. */
export interface Whereabouts {
  readonly place: Place;
  readonly selection: EntryRef | null;
  readonly caret: DraftCaret | null;
}

/** What the process takes, in letters: more is not said. */
const limit = 2048;

const viewNames = [
  'story',
  'timeline',
  'contradictions',
  'sources',
  'drafts',
  'search',
  'brief',
  'history',
  'trash',
] as const satisfies readonly ViewName[];

const id = v.pipe(v.string(), v.maxLength(200));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const yjsId = v.nullish(v.object({ client: count, clock: count }));

/** A relative position, as Yjs writes it as JSON. A root is only ever named by a position in an empty draft. */
const position = v.object({
  type: yjsId,
  tname: v.nullish(v.literal('draft')),
  item: yjsId,
  assoc: v.nullish(v.pipe(v.number(), v.safeInteger())),
});

/** Short names: what is told is padded to few sizes. Parts that are not understood are left out. */
const stateSchema = v.object({
  at: v.fallback(
    v.nullable(
      v.pipe(
        v.object({ view: v.picklist(viewNames), open: v.optional(id), section: v.optional(id) }),
        v.transform(({ view, open, section }): Place => placeOf(view, open, section)),
      ),
    ),
    null,
  ),
  on: v.fallback(v.nullable(entryRefSchema), null),
  in: v.fallback(v.nullable(v.object({ docId: id, anchor: position, focus: position })), null),
});

/** What teammates are told. */
export function encodeWhereabouts({ place, selection, caret }: Whereabouts): string {
  const { view, open, section } = place;
  const on = selection === null ? null : { kind: selection.kind, id: selection.id };
  const whole = JSON.stringify({ at: { view, open, section }, on, in: caret });
  if (whole.length <= limit) return whole;
  const less = JSON.stringify({ at: { view }, on: null, in: null });
  return less;
}

/** A peer as it says of itself; without a place where that cannot be understood. `colour` counts from 1. */
export function readPeer({ session, id: device, name, state }: SyncPeer): Teammate {
  const { at, on, in: caret } = readState(state);
  const shown = name.trim() === '' ? 'A teammate' : name.trim();
  return { session, id: device, name: shown, colour: colourOf(device), place: at, selection: on, caret };
}

function readState(state: string): v.InferOutput<typeof stateSchema> {
  const none = { at: null, on: null, in: null };
  try {
    const parsed = v.safeParse(stateSchema, JSON.parse(state));
    return parsed.success ? parsed.output : none;
  } catch {
    return none;
  }
}

function placeOf(view: ViewName, open: string | undefined, section: string | undefined): Place {
  return { view, ...(open === undefined ? {} : { open }), ...(section === undefined ? {} : { section }) };
}

/** The same for a device wherever it is seen. */
function colourOf(device: string): Teammate['colour'] {
  const colours = [1, 2, 3, 4, 5, 6] as const;
  let sum = 0;
  for (const letter of device) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return colours[sum % colours.length] ?? 1;
}
