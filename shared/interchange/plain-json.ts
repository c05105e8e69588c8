import { err, ok } from '../lib/result.ts';
import type { Result } from '../lib/result.ts';
import type { Json, JsonObject } from '../story/section.ts';
import { deepestJson } from './limits.ts';
import { refusal } from './problem.ts';
import type { InterchangeProblem } from './problem.ts';

/** Names that would reach what all objects share, were they ever assigned. */
const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads JSON of limited depth; reserved keys are left out of it. */
export function readJson(text: string): Result<Json, InterchangeProblem> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err(refusal('bad-json', 'This is not valid JSON.'));
  }
  return isTooDeep(value) ? err(refusal('too-deep', 'This JSON is nested too deeply.')) : ok(plain(value));
}

/** Plain JSON of anything that came out of `JSON.parse` or a notebook; what is no JSON becomes null. */
export function plain(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'object' && value !== null ? plainObject(value) : null;
}

/** As `plain`, for an object: what is undefined and what has a reserved name is left out. */
export function plainObject(value: object): JsonObject {
  const entries = Object.entries(value).filter(([key, one]) => one !== undefined && !reserved.has(key));
  return Object.fromEntries(entries.map(([key, one]) => [key, plain(one)]));
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A property of an object's own; undefined for what it inherits. */
export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A property that is text, trimmed; '' where there is none. */
export function textOf(object: JsonObject, key: string): string {
  const value = own(object, key);
  return typeof value === 'string' ? value.trim() : '';
}

/** Whether two plain values say the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  return sorted(plain(a)) === sorted(plain(b));
}

function sorted(value: Json): string {
  if (isList(value)) return `[${value.map(sorted).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${sorted(value[key] ?? null)}`).join()}}`;
}

/** Level by level, so that no depth can overflow the stack. */
function isTooDeep(value: unknown): boolean {
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
