import type { ClockTime } from './types.ts';

/** Longer texts are not a clock time. */
const maxLength = 80;

const namedTimes = new Map([
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['midnight', '00:00'],
]);

const clock =
  /^(?:at )?(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2}(?:\.\d{1,3})?)? ?(am|pm|a\.m\.?|p\.m\.?)?(?: (?:hours|hrs))?(?=Z?$|[^\p{L}\d])/iu;
const military = /^(?:at )?(\d{2})(\d{2})()(?: ?(?:hours|hrs|h)\b|(?= ?Z\b)|(?= (?:GMT|UTC|local)\b))/i;

/** Offsets, names that zones are known by, "local", "Kyiv time", "Europe/Kyiv". */
const offset = '[-+\u2212]\\d{1,2}(?::?\\d{2})?';
const zoneShapes = [
  new RegExp(`^(?:UTC|GMT|Z)?(?: ?${offset})?$`, 'i'),
  /^(?:local|local time)$/i,
  /^[A-Z]{2,5}$/,
  /^(?:[\p{L}.'’-]+ ){1,3}time$/iu,
  /^[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_-]+){1,2}$/,
];

/** The zone in words as they stand, '' for none, or null if they are no zone. */
function readZone(text: string): string | null {
  const bare = text.replace(/^\((.*)\)$/, '$1').trim();
  return bare === '' || zoneShapes.some((shape) => shape.test(bare)) ? bare : null;
}

function inDay(hourText: string, minuteText: string, half: string): string | null {
  const [written, minutes] = [Number(hourText), Number(minuteText)];
  if (minutes > 59 || (half === '' ? written > 23 : written < 1 || written > 12)) return null;
  const hours = half === '' ? written : (written % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/**
 * Reads a clock time and the zone behind it: "07:40 local", "7.40 am GMT", "18:05 UTC+2", "noon", "0740 GMT".
 * Seconds are dropped from `time` and stay in `words`. Nothing is converted. Null for anything else. Never throws.
 */
export function parseClock(text: string): ClockTime | null {
  const words = text.trim();
  if (words === '' || words.length > maxLength) return null;
  const tidy = words.replaceAll(/\s+/g, ' ');
  const name = /^(?:at )?(noon|midday|midnight)\b/i.exec(tidy);
  const named = namedTimes.get(name?.[1]?.toLowerCase() ?? '');
  const match = name ?? military.exec(tidy) ?? clock.exec(tidy);
  if (match === null) return null;
  const [whole, hours = '', minutes, half = ''] = match;
  // "7" alone is a number; "7 am" is a time.
  if (named === undefined && minutes === undefined && half === '') return null;
  const time = named ?? inDay(hours, minutes ?? '0', half);
  const zone = readZone(tidy.slice(whole.length).trim());
  if (time === null || zone === null) return null;
  return zone === '' ? { time, words } : { time, zone, words };
}
