/** Whether this device was last known to be a viewer of a notebook: while the keys are locked, nobody can say. */
export function wasViewer(notebook: string): boolean {
  try {
    return localStorage.getItem(keyOf(notebook)) !== null;
  } catch {
    return false;
  }
}

/** Keeps whether this device is a viewer of a notebook, for a time in which that is not known. */
export function noteViewer(notebook: string, isViewer: boolean): void {
  try {
    if (isViewer) localStorage.setItem(keyOf(notebook), 'viewer');
    else localStorage.removeItem(keyOf(notebook));
  } catch {
    // Without storage it is asked anew at each start.
  }
}

function keyOf(notebook: string): string {
  return `backstory.role.${notebook}`;
}
