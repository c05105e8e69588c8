import * as v from 'valibot';

/** What goes over the encrypted presence: what the page says of where one is, and the device's profile while the notebook does not have it. */
const schema = v.object({
  s: v.pipe(v.string(), v.maxLength(2048)),
  p: v.optional(v.pipe(v.string(), v.maxLength(2048))),
});

export interface Presence {
  readonly state: string;
  readonly profile: string | null;
}

/** Null where there is nothing to say. */
export function presenceText({
  state,
  profile,
}: {
  readonly state: string | null;
  readonly profile: string | null;
}): string | null {
  if (state === null && profile === null) return null;
  return JSON.stringify({ s: state ?? '', ...(profile === null ? {} : { p: profile }) });
}

/** What somebody else says; nothing where it is none of this. */
export function readPresence(text: string): Presence {
  try {
    const { s, p } = v.parse(schema, JSON.parse(text));
    return { state: s, profile: p ?? null };
  } catch {
    return { state: '', profile: null };
  }
}
