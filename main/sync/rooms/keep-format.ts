import * as v from 'valibot';
import { parseSignedEntry, signedEntryBytes } from '../../../shared/sync/acl/entry.ts';
import { lengths } from '../../../shared/sync/crypto/crypto.ts';
import { roomIdLength } from '../../../shared/sync/ids.ts';
import { isRelayAddress } from '../../../shared/sync/relay-address.ts';
import type { RoomKeep } from '../engine/contract.ts';

/** A name as a device was seen to use it, and when it said so the last time. */
export interface SeenName {
  /** The device's public key, in hexadecimal. */
  readonly device: string;
  readonly name: string;
  readonly label: string;
  /** When the device said so, by its clock. */
  readonly at: number;
}

/** All that this device keeps of a notebook's sharing. */
export interface RoomRecord {
  readonly notebook: string;
  readonly keep: RoomKeep;
  /** Whether this device belongs to the room; false while it is only about to join. */
  readonly isJoined: boolean;
  readonly you: { readonly name: string; readonly device: string };
  /** In the order of their being seen. */
  readonly names: readonly SeenName[];
  /** When the room was last open and reached; null before the first time. */
  readonly seen: number | null;
  /** Whether all captures are fetched ahead. */
  readonly ahead: boolean;
}

const bytes = (length?: number) =>
  v.pipe(
    v.string(),
    v.base64(),
    v.transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
    v.check((value) => length === undefined || value.length === length, 'of another length'),
  );
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const words = v.pipe(v.string(), v.maxLength(200));
const key = bytes(lengths.key);
const pair = v.object({ publicKey: key, secretKey: bytes() });
const entry = v.pipe(
  bytes(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = parseSignedEntry(dataset.value);
    if (read !== null) return read;
    addIssue({ message: 'Not an entry' });
    return NEVER;
  }),
);

const schema = v.object({
  version: v.literal(1),
  notebook: v.pipe(v.string(), v.regex(/^[\w.-]{1,200}$/)),
  room: bytes(roomIdLength),
  relay: v.pipe(v.string(), v.check(isRelayAddress, 'no relay')),
  owner: key,
  ownerSecret: v.nullable(bytes()),
  device: v.object({ sign: pair, box: pair }),
  keys: v.array(v.tuple([count, key])),
  acl: v.array(entry),
  snapshots: v.array(v.tuple([count, bytes(lengths.hash)])),
  awaySince: v.nullable(count),
  isJoined: v.boolean(),
  you: v.object({ name: words, device: words }),
  names: v.array(v.object({ device: words, name: words, label: words, at: count })),
  seen: v.nullable(count),
  ahead: v.boolean(),
});

/** The record as bytes. */
export function recordBytes({ keep, ...record }: RoomRecord): Uint8Array {
  const { device, acl, keys, snapshots, room, owner, ownerSecret, relay, awaySince } = keep;
  const pairOf = ({ publicKey, secretKey }: typeof device.sign) => ({
    publicKey: base64(publicKey),
    secretKey: base64(secretKey),
  });
  const content: v.InferInput<typeof schema> = {
    version: 1,
    ...record,
    names: [...record.names],
    ...{ relay, awaySince },
    room: base64(room),
    owner: base64(owner),
    ownerSecret: ownerSecret === null ? null : base64(ownerSecret),
    device: { sign: pairOf(device.sign), box: pairOf(device.box) },
    keys: [...keys].map(([epoch, one]) => [epoch, base64(one)]),
    acl: acl.map((one) => base64(signedEntryBytes(one))),
    snapshots: [...snapshots].map(([generation, hash]) => [generation, base64(hash)]),
  };
  return new TextEncoder().encode(JSON.stringify(content));
}

/** Reads a record; null for what is none of this version. */
export function parseRecord(content: Uint8Array): RoomRecord | null {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return null;
  }
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) return null;
  const { notebook, isJoined, you, names, seen, ahead, room, relay, owner, ownerSecret, device, acl, awaySince } =
    parsed.output;
  const keys = new Map(parsed.output.keys);
  const snapshots = new Map(parsed.output.snapshots);
  const keep = { room, relay, owner, ownerSecret, device, keys, acl, snapshots, awaySince };
  return { notebook, keep, isJoined, you, names, seen, ahead };
}

function base64(some: Uint8Array): string {
  return Buffer.from(some).toString('base64');
}
