import fc from 'fast-check';
import { concat } from '../bytes.ts';

/** One change to bytes: another value, a lying length, something cut out, put in, or twice. */
export const anyChange = fc.oneof(
  fc.tuple(fc.constant('set'), fc.nat(), fc.nat({ max: 255 })),
  fc.tuple(fc.constantFrom('max', 'zero', 'cut', 'end', 'insert', 'double'), fc.nat(), fc.nat({ max: 40 })),
);

/** The bytes with that change. */
export function changed(bytes: Uint8Array, [how, place, value]: readonly [string, number, number]): Uint8Array {
  const at = place % Math.max(1, bytes.length);
  const [before, after] = [bytes.slice(0, at), bytes.slice(at)];
  if (how === 'end') return before;
  if (how === 'cut') return concat(before, after.slice(value));
  if (how === 'insert') return concat(before, new Uint8Array(value).fill(255), after);
  if (how === 'double') return concat(before, after.slice(0, value), after);
  if (how === 'set') return concat(before, Uint8Array.of(value), after.slice(1));
  return concat(before, new Uint8Array(4).fill(how === 'max' ? 255 : 0), after.slice(4));
}
