import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { toHex } from '../base64.ts';
import { sameBytes } from '../bytes.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import { authorOf, isRoomOf } from '../ids.ts';
import { hashOfEntry, isEntrySigned, noEntry } from './entry.ts';
import type { AclAction, DeviceKeys, Role, SealedKey, SignedEntry } from './entry.ts';

/** Somebody's device in a room. */
export interface Member {
  readonly keys: DeviceKeys;
  readonly role: Role;
  /** When it came, by the clock of who added it. */
  readonly since: number;
  readonly isRemoved: boolean;
  /**
   * The epochs in which it could write, so that what it wrote then still counts after it became a viewer or was removed. From an end on
   * there is a new key, which it does not have.
   */
  readonly writing: readonly EpochSpan[];
}

/** `until` is the first epoch that does not belong to it; null while it lasts. */
interface EpochSpan {
  readonly from: number;
  readonly until: number | null;
}

export interface Invitation {
  readonly role: Role;
  readonly expires: number;
}

/** Who belongs to a room, after the entries up to `head`. Keys of maps are public keys in hexadecimal. */
export interface AclState {
  readonly room: Uint8Array;
  readonly owner: Uint8Array;
  /** The hash of the last entry. */
  readonly head: Uint8Array;
  readonly length: number;
  readonly members: ReadonlyMap<string, Member>;
  readonly invitations: ReadonlyMap<string, Invitation>;
  readonly epoch: number;
  /** What the last `epoch` sealed; empty in epoch 0, whose key travels with invitations. */
  readonly epochKeys: readonly SealedKey[];
}

/** Why an entry is refused. `stale`: it does not follow the last entry; who wrote it has to look again. */
export type AclProblem = 'wrong-room' | 'stale' | 'bad-signature' | 'not-allowed' | 'expired' | 'unknown' | 'senseless';

/** The state after the first entry, which only the owner of the room can have signed. */
export function startAcl(crypto: SyncCrypto, room: Uint8Array, first: SignedEntry): Result<AclState, AclProblem> {
  const { action, by, previous, at } = first.entry;
  if (!sameBytes(first.entry.room, room)) return err('wrong-room');
  if (action.type !== 'create' || !sameBytes(previous, noEntry)) return err('stale');
  if (!isRoomOf(crypto, room, action.owner) || !sameBytes(by, action.owner)) return err('not-allowed');
  if (!isEntrySigned(crypto, first)) return err('bad-signature');
  return ok({
    room,
    owner: action.owner,
    head: hashOfEntry(crypto, first),
    length: 1,
    members: new Map([[toHex(action.device.sign), newMember(action.device, 'admin', at, 0)]]),
    invitations: new Map(),
    epoch: 0,
    epochKeys: [],
  });
}

/**
 * The state after one more entry. `now` is given where the entry is new (the relay, at admission): invitations end by its clock.
 * Absent where entries are read that somebody admitted before.
 */
export function applyEntry(
  crypto: SyncCrypto,
  state: AclState,
  signed: SignedEntry,
  now?: number,
): Result<AclState, AclProblem> {
  const { entry } = signed;
  if (!sameBytes(entry.room, state.room)) return err('wrong-room');
  if (!sameBytes(entry.previous, state.head)) return err('stale');
  if (!isEntrySigned(crypto, signed)) return err('bad-signature');
  const changed = change(state, entry.action, entry.by, entry.at, now);
  if (!changed.ok) return changed;
  return ok({ ...state, ...changed.value, head: hashOfEntry(crypto, signed), length: state.length + 1 });
}

/** The state after a whole log, or why it is none. */
export function readAcl(
  crypto: SyncCrypto,
  room: Uint8Array,
  log: readonly SignedEntry[],
): Result<AclState, AclProblem> {
  const [first, ...rest] = log;
  if (first === undefined) return err('unknown');
  let state = startAcl(crypto, room, first);
  for (const entry of rest) {
    if (!state.ok) return state;
    state = applyEntry(crypto, state.value, entry);
  }
  return state;
}

/** The member that a device is; undefined for a stranger and for one that was removed. */
export function memberOf(state: AclState, device: Uint8Array): Member | undefined {
  const member = state.members.get(toHex(device));
  return member?.isRemoved === false ? member : undefined;
}

/** The members, removed ones too, whose devices are named so in blobs. */
export function membersNamed(crypto: SyncCrypto, state: AclState, author: Uint8Array): readonly Member[] {
  return [...state.members.values()].filter(({ keys }) => sameBytes(authorOf(crypto, keys.sign), author));
}

/** Whether a member may write now. */
export function canWrite({ role, isRemoved }: Member): boolean {
  return role !== 'viewer' && !isRemoved;
}

/** Whether a member could write in an epoch. */
export function couldWrite({ writing }: Member, epoch: number): boolean {
  return writing.some(({ from, until }) => epoch >= from && (until === null || epoch < until));
}

function newMember(keys: DeviceKeys, role: Role, since: number, epoch: number): Member {
  return { keys, role, since, isRemoved: false, writing: role === 'viewer' ? [] : [{ from: epoch, until: null }] };
}

function withRole(member: Member, role: Role, epoch: number): Member {
  const isWriting = member.writing.some(({ until }) => until === null);
  if (role !== 'viewer')
    return { ...member, role, writing: isWriting ? member.writing : [...member.writing, { from: epoch, until: null }] };
  const ended = member.writing.map((span) => (span.until === null ? { ...span, until: epoch + 1 } : span));
  return { ...member, role, writing: ended };
}

type Changed = Partial<Pick<AclState, 'members' | 'invitations' | 'epoch' | 'epochKeys'>>;

function change(
  state: AclState,
  action: AclAction,
  by: Uint8Array,
  at: number,
  now: number | undefined,
): Result<Changed, AclProblem> {
  if (action.type === 'create') return err('stale');
  if (action.type === 'join') return join(state, action, by, at, now);
  // Whoever belongs to a room may leave it.
  const isLeaving = action.type === 'remove' && sameBytes(by, action.device);
  if (!isLeaving && !mayAdminister(state, by)) return err('not-allowed');
  const members = new Map(state.members);
  const invitations = new Map(state.invitations);
  switch (action.type) {
    case 'add':
      // A device that was removed comes back with new keys only: its old blobs would count again.
      if (members.has(toHex(action.device.sign))) return err('senseless');
      members.set(toHex(action.device.sign), newMember(action.device, action.role, at, state.epoch));
      return ok({ members });
    case 'invite':
      // One invitation, one key: a key that came back would let an old link join again.
      if (invitations.has(toHex(action.key))) return err('senseless');
      invitations.set(toHex(action.key), { role: action.role, expires: action.expires });
      return ok({ invitations });
    case 'revoke':
      if (!invitations.delete(toHex(action.invite))) return err('unknown');
      return ok({ invitations });
    case 'role': {
      const member = memberOf(state, action.device);
      if (member === undefined) return err('unknown');
      members.set(toHex(action.device), withRole(member, action.role, state.epoch));
      return ok({ members });
    }
    case 'remove': {
      const member = memberOf(state, action.device);
      if (member === undefined) return err('unknown');
      members.set(toHex(action.device), { ...withRole(member, 'viewer', state.epoch), isRemoved: true });
      // Whoever is removed may have links put by; nobody can tell theirs from others.
      return ok(isLeaving ? { members } : { members, invitations: new Map() });
    }
    case 'epoch':
      if (action.epoch !== state.epoch + 1 || !sealsToAll(state, action.keys)) return err('senseless');
      // Links carry the key of an epoch, which opens no later one.
      return ok({ epoch: action.epoch, epochKeys: action.keys, invitations: new Map() });
  }
}

function join(
  state: AclState,
  { invite, device }: Extract<AclAction, { readonly type: 'join' }>,
  by: Uint8Array,
  at: number,
  now: number | undefined,
): Result<Changed, AclProblem> {
  const invitation = state.invitations.get(toHex(invite));
  if (invitation === undefined) return err('unknown');
  if (!sameBytes(by, invite)) return err('not-allowed');
  if (now !== undefined && now > invitation.expires) return err('expired');
  const name = toHex(device.sign);
  if (state.members.has(name)) return err('senseless');
  const members = new Map(state.members);
  members.set(name, newMember(device, invitation.role, at, state.epoch));
  const invitations = new Map(state.invitations);
  invitations.delete(toHex(invite));
  return ok({ members, invitations });
}

function mayAdminister(state: AclState, by: Uint8Array): boolean {
  return sameBytes(by, state.owner) || memberOf(state, by)?.role === 'admin';
}

/** A new key is for every device that remains, and for no other. */
function sealsToAll(state: AclState, keys: readonly SealedKey[]): boolean {
  const remaining = [...state.members].filter(([, { isRemoved }]) => !isRemoved).map(([name]) => name);
  const sealed = new Set(keys.map(({ device }) => toHex(device)));
  return sealed.size === keys.length && sealed.size === remaining.length && remaining.every((name) => sealed.has(name));
}
