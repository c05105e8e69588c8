/** Deeper JSON than this is hostile: it would overflow whatever walks it. */
const deepestJson = 64;

/** Whether a value of JSON nests more deeply than any file of ours does. */
export function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestJson) return true;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one === 'object' && one !== null) for (const child of Object.values(one)) next.push(child);
    }
    level = next;
  }
  return false;
}
