import type { Name } from './reference.ts';

/** Little words of family names: van, de la, von der. */
const particles = /^(?:van|von|vom|zu|zur|de|del|della|der|den|di|da|do|dos|du|la|le|ten|ter|af|av|bin|ibn|al)$/;
const initial = /^\p{Lu}\.(?:[- ]?\p{Lu}\.)*$/u;
const capitalised = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;

/** A name as a person reads it: "Ludwig van Beethoven", "Martin Luther King Jr.". */
export function nameWords(name: Name): string {
  if ('literal' in name) return name.literal;
  return [name.given, name.particle, name.family, name.suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

/**
 * The name of an author who is a text. Taken apart only where that is beyond doubt: "Lovelace, Ada", and names with initials. Anything
 * else, an agency as well as a person, stays as it is written: half of an office's name in front of the other is worse.
 */
export function nameOfWords(words: string): Name {
  const text = words.trim();
  return inverted(text) ?? withInitials(text) ?? { literal: text };
}

function inverted(text: string): Name | null {
  const [family = '', given = '', ...more] = text.split(',').map((part) => part.trim());
  if (more.length > 0 || given === '' || !isPersonal(family, 2) || !isPersonal(given, 3)) return null;
  return personal(given, family);
}

function withInitials(text: string): Name | null {
  const parts = text.split(/\s+/);
  const last = parts.findLastIndex((part) => initial.test(part));
  const [given, family] = [parts.slice(0, last + 1), parts.slice(last + 1)];
  if (last < 0 || given.length > 4 || family.length === 0) return null;
  return given.every((part) => capitalised.test(part)) && isPersonal(family.join(' '), 2)
    ? personal(given.join(' '), family.join(' '))
    : null;
}

/** Whether a text can be part of a person's name: so many capitalised words at most, with little words before them. */
function isPersonal(text: string, most: number): boolean {
  const words = text.split(/\s+/).filter((word) => !particles.test(word));
  return words.length > 0 && words.length <= most && words.every((word) => capitalised.test(word));
}

/** A name of given and family name, the little words before the latter set apart. */
export function personal(given: string, whole: string, suffix = ''): Name {
  const words = whole.split(/\s+/);
  const at = words.findIndex((word) => !particles.test(word));
  const [particle, family] = at < 1 ? ['', whole] : [words.slice(0, at).join(' '), words.slice(at).join(' ')];
  return {
    family,
    given,
    ...(particle === '' ? {} : { particle }),
    ...(suffix === '' ? {} : { suffix }),
  };
}

/** "Lovelace, Ada", "King, Martin Luther, Jr."; a literal name as it is. */
export function invertedWords(name: Name): string {
  if ('literal' in name) return name.literal;
  const family = [name.particle, name.family].filter((part) => part !== undefined && part !== '').join(' ');
  return [family, name.given, name.suffix].filter((part) => part !== undefined && part !== '').join(', ');
}
