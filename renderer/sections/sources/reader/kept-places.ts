import * as v from 'valibot';
import { remember, remembered } from '../../../session/local-memory.ts';

/** Where sources were read last, on this computer: the latest last. */
const storageKey = 'backstory.source-places';
const most = 300;

const placeSchema = v.object({
  /** The notebook and the source. */
  of: v.string(),
  /** The capture that was read, by its hash. */
  capture: v.string(),
  /** UTF-16 units of its text. */
  offset: v.number(),
});

/** Where one was in a source. */
export type KeptPlace = v.InferOutput<typeof placeSchema>;

/** The key of a source in what is remembered. */
export function keyOfSource(notebook: string, source: string): string {
  return `${notebook}/${source}`;
}

/** Where a source was read last; null where that is not known. */
export function keptPlace(of: string): KeptPlace | null {
  return all().findLast((one) => one.of === of) ?? null;
}

/** Remembers where one is in a source; the oldest places make room. */
export function keepPlace(place: KeptPlace): void {
  const others = all().filter(({ of }) => of !== place.of);
  remember(storageKey, JSON.stringify([...others, place].slice(-most)));
}

function all(): readonly KeptPlace[] {
  try {
    const read = v.safeParse(v.array(placeSchema), JSON.parse(remembered(storageKey) ?? '[]'));
    return read.success ? read.output : [];
  } catch {
    return [];
  }
}
