import { libraryAccepts } from './edtf-library.ts';
import { pointFrom } from './edtf-point.ts';
import { pointDays } from './point-days.ts';
import { remembering } from './remember.ts';
import type { EdtfEnd, EdtfMember, EdtfValue } from './types.ts';

/** No date needs more; the parser's time grows with the length. */
const maxLength = 100;

/** What EDTF is written with, clock times (`T`, `:`) left out: they have fields of their own. */
const alphabet = /^[-0-9XYES.,/?~%[\]{} ]+$/;
/**
 * Most dates by far: one or two points with all their digits. The library takes 0.2 ms for each, which sorting 10,000
 * events would feel. (It knows the lengths of months; `pointFrom` sees to these.)
 */
const plainShape = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[?~%]?$/;

const remembered = remembering(read);

/**
 * Reads an EDTF text of level 0 to 2. Null for anything else, for clock times, for days that do not exist, for
 * intervals that end before they start and for more than 100 characters. Never throws.
 */
export function parseEdtf(text: string): EdtfValue | null {
  return text.length > maxLength || !alphabet.test(text) ? null : remembered(text);
}

function read(text: string): EdtfValue | null {
  if (!isPlain(text) && !libraryAccepts(text)) return null;
  if (text.startsWith('[') || text.startsWith('{')) return setFrom(text);
  const [from, to, ...more] = text.split('/');
  if (from === undefined || more.length > 0) return null;
  return to === undefined ? pointFrom(from) : intervalFrom(from, to);
}

function isPlain(text: string): boolean {
  const [from = '', to, ...more] = text.split('/');
  if (to === undefined) return plainShape.test(from);
  return more.length === 0 && [from, to].every((end) => end === '..' || plainShape.test(end));
}

function endFrom(text: string): EdtfEnd | null {
  if (text === '') return 'unknown';
  return text === '..' ? 'open' : pointFrom(text);
}

function intervalFrom(fromText: string, toText: string): EdtfValue | null {
  const from = endFrom(fromText);
  const to = endFrom(toText);
  if (from === null || to === null) return null;
  if (typeof from === 'object' && typeof to === 'object' && pointDays(from).first > pointDays(to).last) return null;
  return { kind: 'interval', from, to };
}

function memberFrom(text: string): EdtfMember | null {
  const [first = '', last] = text.split('..');
  const from = pointFrom(first);
  if (last === undefined || from === null) return from;
  const to = pointFrom(last);
  return to && pointDays(from).first <= pointDays(to).last ? { kind: 'run', from, to } : null;
}

function setFrom(text: string): EdtfValue | null {
  const inner = text.slice(1, -1).trim();
  const earlier = inner.startsWith('..');
  const later = inner.endsWith('..');
  const members = inner
    .slice(earlier ? 2 : 0, later ? -2 : undefined)
    .split(',')
    .map((member) => memberFrom(member.trim()));
  const known = members.filter((member) => member !== null);
  if (known.length < members.length) return null;
  return { kind: 'set', all: text.startsWith('{'), earlier, later, members: known };
}
