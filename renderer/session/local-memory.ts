/**
 * What views remember on this computer between starts and what may tell of notebooks: names on a brief, places in sources. The
 * window's own storage is not encrypted; in an encrypted library all of it is forgotten when the window closes.
 */

const inMemory = new Map<string, string>();
let isKept = true;

/** From now on nothing is written to the disk. Called before anything is remembered. */
export function forgetAtTheEnd(): void {
  isKept = false;
}

/** What is remembered under a key; null where there is nothing. */
export function remembered(key: string): string | null {
  return isKept ? localStorage.getItem(key) : (inMemory.get(key) ?? null);
}

/** Remembers a value. */
export function remember(key: string, value: string): void {
  if (isKept) localStorage.setItem(key, value);
  else inMemory.set(key, value);
}
