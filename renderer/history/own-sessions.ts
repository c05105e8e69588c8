import * as v from 'valibot';

/** Older ones are forgotten: what they wrote has been looked at long since. */
const most = 100;

const stored = v.fallback(v.array(v.string()), []);

/** The openings of a notebook on this device, the latest last: what was written in them is no news here. */
export function ownSessions(notebook: string): readonly string[] {
  try {
    return v.parse(stored, JSON.parse(localStorage.getItem(keyOf(notebook)) ?? '[]'));
  } catch {
    return [];
  }
}

/** Remembers one. */
export function noteSession(notebook: string, session: string): void {
  const others = ownSessions(notebook).filter((one) => one !== session);
  localStorage.setItem(keyOf(notebook), JSON.stringify([...others, session].slice(-most)));
}

function keyOf(notebook: string): string {
  return `backstory.sessions.${notebook}`;
}
