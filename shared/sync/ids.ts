import { concat, sameBytes, utf8 } from './bytes.ts';
import type { SyncCrypto } from './crypto/crypto.ts';

/** Lengths in bytes. */
export const roomIdLength = 16;
export const authorLength = 8;
export const headPrefixLength = 8;

/** The id of the room of an owner: whoever holds it can check the owner's key, so that no relay can put another in its place. */
export function roomIdOf(crypto: SyncCrypto, ownerKey: Uint8Array): Uint8Array {
  return crypto.sha256(utf8('bs/rid/1'), ownerKey).slice(0, roomIdLength);
}

export function isRoomOf(crypto: SyncCrypto, room: Uint8Array, ownerKey: Uint8Array): boolean {
  return sameBytes(room, roomIdOf(crypto, ownerKey));
}

/** How a device is named in what it writes: by the beginning of the hash of its key. */
export function authorOf(crypto: SyncCrypto, deviceKey: Uint8Array): Uint8Array {
  return crypto.sha256(deviceKey).slice(0, authorLength);
}

/** What the keys of a room are for. */
export type KeyUse = 'doc' | 'aware' | 'file';

/** Keys that were derived, as long as the key that they are of is held: each blob asks for one. */
const derived = new WeakMap<
  Uint8Array,
  { readonly use: KeyUse; readonly room: Uint8Array; readonly key: Uint8Array }[]
>();

/** The key of one use, out of the notebook's key of an epoch. */
export function keyFor(crypto: SyncCrypto, use: KeyUse, notebookKey: Uint8Array, room: Uint8Array): Uint8Array {
  const known = derived.get(notebookKey) ?? [];
  const found = known.find((one) => one.use === use && sameBytes(one.room, room));
  if (found !== undefined) return found.key;
  const key = crypto.hkdf(notebookKey, room, utf8(`bs/${use}/1`));
  derived.set(notebookKey, [...known, { use, room, key }]);
  return key;
}

/** What is signed or authenticated besides the bytes themselves: what for, in which room and generation. */
export function domain(label: string, room: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  return concat(utf8(label), room, ...parts);
}
