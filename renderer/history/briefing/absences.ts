import * as v from 'valibot';

/** A time in which this device was cut off from a notebook's team, until it came back. */
export interface Absence {
  /** When it began and ended, milliseconds since 1970. */
  readonly since: number;
  readonly until: number;
}

/**
 * Milliseconds after a return in which what comes in belongs to the absence: where the relay was away, all were cut off, and they come back one
 * after another, at the latest after the longest wait between two attempts to connect.
 */
export const comingBack = 60_000;

/** The latest absences of a notebook, the latest first. */
export interface Absences {
  /** What happened in them was looked at. */
  readonly read: boolean;
  readonly absences: readonly Absence[];
}

/** Those before are told by the history only. */
const most = 10;

const moment = v.pipe(v.number(), v.integer(), v.minValue(0));
const none: Absences = { read: true, absences: [] };
const schema = v.fallback(
  v.object({ read: v.boolean(), absences: v.array(v.object({ since: moment, until: moment })) }),
  none,
);

const known = new Map<string, Absences>();
const listeners = new Set<() => void>();

/** What is kept of a notebook's absences on this device; the same object until it changes. */
export function absencesOf(notebook: string): Absences {
  const before = known.get(notebook);
  if (before !== undefined) return before;
  const stored = storedAbsences(notebook);
  known.set(notebook, stored);
  return stored;
}

/** Told when something about them has changed. Returns the way to stop. */
export function onAbsences(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function storedAbsences(notebook: string): Absences {
  try {
    return v.parse(schema, JSON.parse(localStorage.getItem(keyOf(notebook)) ?? 'null'));
  } catch {
    return none;
  }
}

/** Adds an absence to those that nobody has looked at, or begins anew. */
export function noteAbsence(notebook: string, absence: Absence): void {
  const before = absencesOf(notebook);
  const absences = [absence, ...(before.read ? [] : before.absences)].slice(0, most);
  keep(notebook, { read: false, absences });
}

/** They were looked at; they can be looked at again until the next one. */
export function markAbsencesRead(notebook: string): void {
  keep(notebook, { ...absencesOf(notebook), read: true });
}

function keep(notebook: string, absences: Absences): void {
  known.set(notebook, absences);
  localStorage.setItem(keyOf(notebook), JSON.stringify(absences));
  for (const listener of [...listeners]) listener();
}

function keyOf(notebook: string): string {
  return `backstory.absences.${notebook}`;
}
