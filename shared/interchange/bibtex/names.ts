import { nameWords } from '../names.ts';
import type { Name } from '../reference.ts';
import { texOf } from './escape.ts';
import { texText } from './tex.ts';

/** How a list says that it goes on. */
export const others = 'et al.';

/** The names of a list: parts of it joined by "and". `and others` becomes a name of its own, which is written back as such. */
export function bibtexNames(tex: string): readonly Name[] {
  return split(tex.replace(/\s+/g, ' '), / and /iy).flatMap((part): readonly Name[] => {
    const text = part.trim();
    if (text === '') return [];
    if (text === 'others') return [{ literal: others }];
    const name = oneName(text);
    return nameWords(name) === '' ? [] : [name];
  });
}

function oneName(tex: string): Name {
  // All in braces: an office, or whoever wants to be left whole.
  if (/^\{[^]*\}$/.test(tex) && outerBraces(tex)) return { literal: texText(tex) };
  const parts = split(tex, / ?, ?/y);
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 1) return inOrder(tex);
  const [family, given, suffix] = parts.length === 2 ? [first, second, ''] : [first, third, second];
  const [particle, name] = withParticle(words(family));
  return person(texText(given), particle, name, texText(suffix));
}

/** "Ludwig van Beethoven": words in small letters between the others belong to the family name. */
function inOrder(tex: string): Name {
  const all = words(tex);
  if (all.length === 1) return { literal: texText(tex) };
  const from = all.findIndex((word, at) => at > 0 && at < all.length - 1 && isSmall(word));
  if (from < 0) return person(texText(all.slice(0, -1).join(' ')), '', texText(all.at(-1) ?? ''), '');
  const [particle, family] = withParticle(all.slice(from));
  return person(texText(all.slice(0, from).join(' ')), particle, family, '');
}

function withParticle(all: readonly string[]): readonly [particle: string, family: string] {
  const end = all.findLastIndex((word, at) => at < all.length - 1 && isSmall(word)) + 1;
  return [texText(all.slice(0, end).join(' ')), texText(all.slice(end).join(' '))];
}

function person(given: string, particle: string, family: string, suffix: string): Name {
  if (given === '' && particle === '' && suffix === '') return { literal: family };
  return { family, given, ...(particle === '' ? {} : { particle }), ...(suffix === '' ? {} : { suffix }) };
}

/** Words in braces have no case. */
function isSmall(word: string): boolean {
  return !word.startsWith('{') && /^\p{Ll}/u.test(texText(word));
}

function words(tex: string): readonly string[] {
  return split(tex, /[ ~]/y).filter((word) => word !== '');
}

function outerBraces(tex: string): boolean {
  let depth = 0;
  for (let at = 0; at < tex.length; at += 1) {
    if (tex[at] === '\\') at += 1;
    else if (tex[at] === '{') depth += 1;
    else if (tex[at] === '}' && (depth -= 1) === 0) return at === tex.length - 1;
  }
  return false;
}

/** Splits TeX where a sticky pattern stands outside of all braces. */
function split(tex: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < tex.length; at += 1) {
    const char = tex[at];
    if (char === '\\') at += 1;
    else if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (depth === 0) {
      separator.lastIndex = at;
      const found = separator.exec(tex)?.[0];
      if (found === undefined || found === '') continue;
      parts.push(tex.slice(start, at));
      start = at + found.length;
      at = start - 1;
    }
  }
  return [...parts, tex.slice(start)];
}

/** Names as TeX: literal ones in braces, so that they stay whole. */
export function namesTex(names: readonly Name[]): string {
  return names
    .map(nameTex)
    .filter((name) => name !== '')
    .join(' and ');
}

function nameTex(name: Name): string {
  if ('literal' in name)
    return name.literal === others ? 'others' : name.literal.trim() === '' ? '' : `{${texOf(name.literal)}}`;
  const { particle = '', family, given, suffix } = name;
  const last = [
    guarded(particle, true),
    particle === '' && /^\p{Ll}/u.test(family) ? `{${texOf(family)}}` : guarded(family),
  ];
  const parts = [
    last.filter((part) => part !== '').join(' '),
    ...(suffix === undefined ? [] : [guarded(suffix)]),
    guarded(given),
  ];
  return parts.join(', ');
}

/** A part of a name; in braces where it would be taken apart. */
function guarded(text: string, isParticle = false): string {
  const tex = texOf(text);
  if (/,|(?:^|\s)and(?:\s|$)/i.test(text)) return `{${tex}}`;
  const isAsItSeems = isParticle
    ? /^\p{Ll}/u.test(text)
    : !text
        .split(/\s+/)
        .slice(0, -1)
        .some((word) => /^\p{Ll}/u.test(word));
  return tex === '' || isAsItSeems ? tex : `{${tex}}`;
}
