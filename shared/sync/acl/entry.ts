import { concat, readWhole, u16, u32, u64 } from '../bytes.ts';
import type { ByteReader } from '../bytes.ts';
import { lengths } from '../crypto/crypto.ts';
import type { KeyPair, SyncCrypto } from '../crypto/crypto.ts';
import { domain, roomIdLength } from '../ids.ts';

/** What a member may do. The owner is a key, not a role: it stands in the first entry. */
export const roles = { viewer: 1, editor: 2, admin: 3 } as const;
export type Role = keyof typeof roles;

/** A device's two keys: Ed25519, by which it is known and signs, and X25519, to which keys are sealed. */
export interface DeviceKeys {
  readonly sign: Uint8Array;
  readonly box: Uint8Array;
}

/** A notebook's key, sealed to a device. */
export interface SealedKey {
  readonly device: Uint8Array;
  readonly sealed: Uint8Array;
}

/** One change of who belongs to a room. Names are none of the relay's business and are not here. */
export type AclAction =
  /** The first entry, signed by the owner's key: the owner's own device. */
  | { readonly type: 'create'; readonly owner: Uint8Array; readonly device: DeviceKeys }
  | { readonly type: 'add'; readonly device: DeviceKeys; readonly role: Role }
  /** A key whose holder may join once, until then. */
  | { readonly type: 'invite'; readonly key: Uint8Array; readonly role: Role; readonly expires: number }
  /** Signed by the key of an invitation. */
  | { readonly type: 'join'; readonly invite: Uint8Array; readonly device: DeviceKeys }
  | { readonly type: 'role'; readonly device: Uint8Array; readonly role: Role }
  | { readonly type: 'remove'; readonly device: Uint8Array }
  /** Takes an invitation back. */
  | { readonly type: 'revoke'; readonly invite: Uint8Array }
  /** A new key of the notebook, sealed to each device that remains. */
  | { readonly type: 'epoch'; readonly epoch: number; readonly keys: readonly SealedKey[] };

/** An entry of the log. `by` is who signed it: the owner's key, a device's or an invitation's. */
export interface AclEntry {
  readonly room: Uint8Array;
  /** The hash of the entry before it; 32 zeros for the first. */
  readonly previous: Uint8Array;
  /** Milliseconds since 1970, by the clock of who wrote it. */
  readonly at: number;
  readonly by: Uint8Array;
  readonly action: AclAction;
}

/** An entry with its signature, as it is stored, sent and hashed. */
export interface SignedEntry {
  readonly entry: AclEntry;
  readonly signature: Uint8Array;
}

const version = 1;
const numbers = { create: 1, add: 2, invite: 3, join: 4, role: 5, remove: 6, revoke: 7, epoch: 8 } as const;
const sealedLength = lengths.key + 48;
export const noEntry = new Uint8Array(lengths.hash);

/** Signs an entry by the key that it names. */
export function signEntry(crypto: SyncCrypto, entry: AclEntry, secretKey: KeyPair['secretKey']): SignedEntry {
  return { entry, signature: crypto.sign(toSign(entry), secretKey) };
}

export function isEntrySigned(crypto: SyncCrypto, { entry, signature }: SignedEntry): boolean {
  return crypto.verify(signature, toSign(entry), entry.by);
}

/** The hash by which the next entry names this one. */
export function hashOfEntry(crypto: SyncCrypto, signed: SignedEntry): Uint8Array {
  return crypto.sha256(signedEntryBytes(signed));
}

export function signedEntryBytes({ entry, signature }: SignedEntry): Uint8Array {
  return concat(entryBytes(entry), signature);
}

/** Reads an entry; null for what is none of this version. Whether it holds is `applyEntry`'s question. */
export function parseSignedEntry(bytes: Uint8Array): SignedEntry | null {
  return readWhole(bytes, (reader) => {
    if (reader.u8() !== version) return null;
    const room = reader.take(roomIdLength);
    const previous = reader.take(lengths.hash);
    const at = reader.u64();
    const by = reader.take(lengths.key);
    const action = readAction(reader);
    return action === null
      ? null
      : { entry: { room, previous, at, by, action }, signature: reader.take(lengths.signature) };
  });
}

function toSign(entry: AclEntry): Uint8Array {
  return domain('bs/acl/1', entry.room, entryBytes(entry));
}

function entryBytes({ room, previous, at, by, action }: AclEntry): Uint8Array {
  return concat(
    Uint8Array.of(version),
    room,
    previous,
    u64(at),
    by,
    Uint8Array.of(numbers[action.type]),
    actionBytes(action),
  );
}

function actionBytes(action: AclAction): Uint8Array {
  switch (action.type) {
    case 'create':
      return concat(action.owner, action.device.sign, action.device.box);
    case 'add':
      return concat(action.device.sign, action.device.box, Uint8Array.of(roles[action.role]));
    case 'invite':
      return concat(action.key, Uint8Array.of(roles[action.role]), u64(action.expires));
    case 'join':
      return concat(action.invite, action.device.sign, action.device.box);
    case 'role':
      return concat(action.device, Uint8Array.of(roles[action.role]));
    case 'remove':
      return action.device;
    case 'revoke':
      return action.invite;
    case 'epoch':
      return concat(
        u32(action.epoch),
        u16(action.keys.length),
        ...action.keys.flatMap(({ device, sealed }) => [device, sealed]),
      );
  }
}

function readAction(reader: ByteReader): AclAction | null {
  const key = (): Uint8Array => reader.take(lengths.key);
  const device = (): DeviceKeys => ({ sign: key(), box: key() });
  switch (reader.u8()) {
    case numbers.create:
      return { type: 'create', owner: key(), device: device() };
    case numbers.add:
      return withRole({ type: 'add', device: device() } as const, readRole(reader));
    case numbers.invite: {
      const invite = withRole({ type: 'invite', key: key() } as const, readRole(reader));
      return invite === null ? null : { ...invite, expires: reader.u64() };
    }
    case numbers.join:
      return { type: 'join', invite: key(), device: device() };
    case numbers.role:
      return withRole({ type: 'role', device: key() } as const, readRole(reader));
    case numbers.remove:
      return { type: 'remove', device: key() };
    case numbers.revoke:
      return { type: 'revoke', invite: key() };
    case numbers.epoch: {
      const epoch = reader.u32();
      const keys = Array.from({ length: reader.u16() }, () => ({ device: key(), sealed: reader.take(sealedLength) }));
      return { type: 'epoch', epoch, keys };
    }
    default:
      return null;
  }
}

/** A role as its number; null for none of them. */
export function readRole(reader: ByteReader): Role | null {
  const number = reader.u8();
  return number === roles.viewer
    ? 'viewer'
    : number === roles.editor
      ? 'editor'
      : number === roles.admin
        ? 'admin'
        : null;
}

function withRole<T>(action: T, role: Role | null): (T & { readonly role: Role }) | null {
  return role === null ? null : { ...action, role };
}
