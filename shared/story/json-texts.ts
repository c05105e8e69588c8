import type { Json, JsonObject } from './section.ts';

/** The given keys of a JSON object that hold strings; others are left out. */
export function textsOf<K extends string>(item: JsonObject, keys: readonly K[]): Partial<Record<K, string>> {
  const texts: Partial<Record<K, string>> = {};
  for (const key of keys) {
    const value: Json | undefined = item[key];
    if (typeof value === 'string') texts[key] = value;
  }
  return texts;
}
