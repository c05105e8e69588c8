const storageKey = 'backstory.recent-actions';
const kept = 12;

/** The ids of the actions run lately from the palette, latest first. */
export function recentActions(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Remembers that an action was run. */
export function noteRecent(id: string): void {
  const ids = [id, ...recentActions().filter((one) => one !== id)].slice(0, kept);
  localStorage.setItem(storageKey, JSON.stringify(ids));
}
