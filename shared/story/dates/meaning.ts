import type { Dated } from './complete.ts';
import { completeOne, completePair } from './complete.ts';
import { extentOf } from './extent.ts';
import type { Extent } from './extent.ts';
import type { Doubtful } from './read-doubt.ts';

/** What an expression means, in EDTF. */
export interface Meaning {
  readonly edtf: string;
  /** The words say more than the EDTF. */
  readonly loose: boolean;
  /** A year was inferred. */
  readonly inferred: boolean;
}

type Doubt = Pick<Doubtful, 'approximate' | 'uncertain'>;

function mark({ approximate, uncertain }: Doubt): string {
  if (approximate) return uncertain ? '%' : '~';
  return uncertain ? '?' : '';
}

const hasPart = (dated: Dated): boolean => 'part' in dated && dated.part !== null;

function pointOrInterval({ point, markable, from, to }: Extent, sign: string): string {
  const alone = sign === '' ? point : markable;
  return alone === null ? `${from}${sign}/${to}${sign}` : `${alone}${sign}`;
}

/** The meaning of a point by itself. */
export function meaningOf(point: Doubtful, today: string): Meaning | null {
  const done = completeOne(point.written, today);
  const extent = done && extentOf(done.value);
  if (!done || !extent) return null;
  const edtf = pointOrInterval(extent, mark(point));
  const widened = edtf.includes('/');
  return { edtf, loose: point.loose || widened || hasPart(done.value), inferred: done.inferred };
}

/** The meaning of something that goes on from a point, or up to one. `far` is what EDTF has at the other end. */
export function openMeaning(point: Doubtful, side: 'since' | 'until', far: '..' | '', today: string): Meaning | null {
  const done = completeOne(point.written, today);
  const extent = done && extentOf(done.value);
  if (!done || !extent) return null;
  const edtf = side === 'since' ? `${extent.from}${mark(point)}/${far}` : `${far}/${extent.to}${mark(point)}`;
  return { edtf, loose: point.loose || extent.from !== extent.to, inferred: done.inferred };
}

/** The meaning of a range. */
export function rangeMeaning(first: Doubtful, second: Doubtful, today: string): Meaning | null {
  const pair = completePair(first.written, second.written, today);
  const from = pair && extentOf(pair.first);
  const to = pair && extentOf(pair.second);
  if (!pair || !from || !to) return null;
  return {
    edtf: `${from.from}${mark(first)}/${to.to}${mark(second)}`,
    loose: first.loose || second.loose || from.from !== from.to || to.from !== to.to,
    inferred: pair.inferred,
  };
}

/** Inside a set the library takes the mark of a year only in front (`?2014`). */
function asMember(extent: Extent, sign: string): string {
  const year = /^-?\d{4}$/.test(extent.point ?? '');
  return year ? `${sign}${extent.point}` : pointOrInterval(extent, sign);
}

/** The meaning of a list: all of its members (`{…}`) or one of them (`[…]`). */
export function listMeaning(members: readonly Doubtful[], all: boolean, today: string): Meaning | null {
  const last = members.at(-1);
  if (last === undefined) return null;
  const texts: string[] = [];
  let inferred = false;
  for (const member of members) {
    const pair = completePair(member.written, last.written, today);
    const extent = pair && extentOf(member === last ? pair.second : pair.first);
    if (!pair || !extent) return null;
    texts.push(asMember(extent, mark(member)));
    inferred ||= pair.inferred;
  }
  const list = texts.join(',');
  return { edtf: all ? `{${list}}` : `[${list}]`, loose: members.some(({ loose }) => loose), inferred };
}

/** The meaning of "2014 or later" and the like. */
export function beyondMeaning(point: Doubtful, side: 'earlier' | 'later', all: boolean, today: string): Meaning | null {
  const alone = meaningOf(point, today);
  if (alone === null) return null;
  const member = alone.edtf.replace(/^(-?\d{4})([?~%])$/, '$2$1');
  const inner = side === 'later' ? `${member}..` : `..${member}`;
  return { ...alone, edtf: all ? `{${inner}}` : `[${inner}]` };
}
