import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';

/** An update of Yjs's second format that claims so many structs of one client (at most 63), all the same: garbage of length one. */
export function garbage(structs: number, client = 5): Uint8Array {
  const encoder = createEncoder();
  const column = (...bytes: readonly number[]) => writeVarUint8Array(encoder, Uint8Array.from(bytes));
  writeVarUint(encoder, 0); // feature flag
  column(); // key clocks
  column(client); // once for all
  column(); // left clocks
  column(); // right clocks
  column(0); // info: garbage, for ever
  column(0); // texts: none
  column(); // parents
  column(); // kinds of types
  column(0x41, 0xff, 0xff, 0xff, 0xff, 0x0f); // lengths: 1, for ever
  for (const value of [1, structs, 0]) writeVarUint(encoder, value);
  writeVarUint(encoder, 0);
  return toUint8Array(encoder);
}
