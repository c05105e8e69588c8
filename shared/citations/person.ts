import type { Name } from '../interchange/index.ts';
import type { Json } from '../story/section.ts';
import { tidy } from './tidy.ts';

/** The people of one role, in their order. */
export interface People {
  readonly names: readonly Name[];
  /** The source names no more, but says that there were. */
  readonly others: boolean;
}

/** Scripts in which the family name stands first, and nothing between it and the given name. */
const eastAsian = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Names without stray spaces and marks; empty ones are left out. "et al." as a name says that there were more. */
export function people(names: readonly Name[]): People {
  const tidied = names.map(tidyName).filter((name) => shortName(name) !== '');
  const named = tidied.filter((name) => !('literal' in name && /^(?:et al\.?|others)$/i.test(name.literal)));
  return { names: named, others: named.length > 0 && named.length < tidied.length };
}

function tidyName(name: Name): Name {
  if ('literal' in name) return { literal: tidy(name.literal) };
  const [family, given, particle, suffix] = [name.family, name.given, name.particle ?? '', name.suffix ?? ''].map(tidy);
  if (family === undefined || family === '') return { literal: given ?? '' };
  return { family, given: given ?? '', ...(particle ? { particle } : {}), ...(suffix ? { suffix } : {}) };
}

/** The names that a variable of CSL other than the author holds. */
export function namesIn(value: Json | undefined): readonly Name[] {
  return Array.isArray(value) ? value.flatMap((one: unknown) => nameIn(one) ?? []) : [];
}

function nameIn(value: unknown): Name | null {
  if (typeof value !== 'object' || value === null) return null;
  const parts = new Map<string, unknown>(Object.entries(value));
  const text = (key: string): string => {
    const part = parts.get(key);
    return typeof part === 'string' ? part : '';
  };
  if (text('literal') !== '') return { literal: text('literal') };
  const particle = `${text('dropping-particle')} ${text('non-dropping-particle')}`;
  return { family: text('family'), given: text('given'), particle, suffix: text('suffix') };
}

const filled = (parts: readonly (string | undefined)[]): readonly string[] =>
  parts.filter((part): part is string => part !== undefined && part !== '');

/** "Ludwig van Beethoven", "Martin Luther King Jr.", "毛泽东"; a literal name as it is. */
export function naturalName(name: Name): string {
  if ('literal' in name) return name.literal;
  if (eastAsian.test(name.family)) return name.family + name.given;
  return filled([name.given, name.particle, name.family, name.suffix]).join(' ');
}

/** "van Beethoven, Ludwig", "King, Martin Luther, Jr."; what is not turned round stays as it is. */
export function invertedName(name: Name): string {
  if ('literal' in name || eastAsian.test(name.family)) return naturalName(name);
  return filled([shortName(name), name.given, name.suffix]).join(', ');
}

/** "van Beethoven", "毛": what one is called in short. */
export function shortName(name: Name): string {
  return 'literal' in name ? name.literal : filled([name.particle, name.family]).join(' ');
}

/** "van Beethoven L", "King ML Jr": as Citing Medicine has names, with two initials at most. */
export function initialledName(name: Name): string {
  if ('literal' in name || eastAsian.test(name.family)) return naturalName(name);
  const initials = initialsOf(name.given);
  return filled([shortName(name), initials?.slice(0, 2).join('') ?? name.given, name.suffix]).join(' ');
}

/** "L. van Beethoven", to tell one from another of the same name; the whole name where that cannot. */
export function nameWithInitials(name: Name): string {
  if ('literal' in name || eastAsian.test(name.family)) return naturalName(name);
  const initials = initialsOf(name.given);
  return initials === null ? naturalName(name) : `${initials.map((one) => `${one}.`).join(' ')} ${shortName(name)}`;
}

/** The initials of given names; null in scripts that have no capitals, and where there are none. */
function initialsOf(given: string): readonly string[] | null {
  const initials = given.split(/[\s.-]+/).flatMap((part) => /^\p{L}/u.exec(part)?.[0] ?? []);
  const isCased = initials.every((one) => one.toUpperCase() !== one.toLowerCase());
  return initials.length === 0 || !isCased ? null : initials.map((one) => one.toUpperCase());
}
