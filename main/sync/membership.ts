import type { SyncRole } from '../../shared/bridge/index.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { memberOf } from '../../shared/sync/acl/state.ts';
import { toHex } from '../../shared/sync/base64.ts';
import { sameBytes } from '../../shared/sync/bytes.ts';
import { lengths, type SyncCrypto } from '../../shared/sync/crypto/crypto.ts';
import { inviteLink } from '../../shared/sync/invite.ts';
import type { SyncProblem } from './engine/contract.ts';
import type { OpenNotebook } from './open/open-notebook.ts';
import * as problems from './problems.ts';

type Outcome<T> = Result<T, SyncProblem>;
type Room = Pick<OpenNotebook, 'acl' | 'record' | 'connection' | 'notebook'>;

/** Milliseconds that an invitation holds. */
const inviteLife = 7 * 24 * 60 * 60 * 1000;

/** Makes an invitation that lets in one device, and its link. */
export async function invite(
  crypto: SyncCrypto,
  room: Room,
  { role, title }: { readonly role: SyncRole; readonly title: string },
): Promise<Outcome<{ id: string; link: string; expires: number }>> {
  if (!isAdmin(room)) return err(problems.notAllowed);
  const seed = crypto.random(lengths.seed);
  const key = crypto.signKeys(seed).publicKey;
  const expires = Date.now() + inviteLife;
  const appended = await room.connection.append({ type: 'invite', key, role, expires });
  if (!appended.ok) return appended;
  const { epoch } = appended.value;
  const { keep, you } = room.record;
  const notebookKey = keep.keys.get(epoch);
  if (notebookKey === undefined) return err(problems.stale);
  const about = { notebook: room.notebook, title, from: you.name, role };
  const link = inviteLink({
    room: keep.room,
    relay: keep.relay,
    owner: keep.owner,
    epoch,
    notebookKey,
    seed,
    expires,
    about,
  });
  return ok({ id: toHex(key), link, expires });
}

/** Takes an invitation back. */
export function revoke(room: Room, invite: string): Promise<Outcome<undefined>> {
  return done(room.connection.append({ type: 'revoke', invite: new Uint8Array(Buffer.from(invite, 'hex')) }));
}

/** Gives a member another role. A new key follows where they may write no more: the connection sees to that. */
export async function changeRole(
  room: Room,
  { member, role }: { readonly member: string; readonly role: SyncRole },
): Promise<Outcome<undefined>> {
  const found = findMember(room, member);
  if (!found.ok) return found;
  if (found.value.role === role) return ok(undefined);
  return await done(room.connection.append({ type: 'role', device: found.value.device, role }));
}

/** Removes a device, and begins an epoch with a new key. */
export async function removeMember(room: Room, member: string): Promise<Outcome<undefined>> {
  const found = findMember(room, member);
  if (!found.ok) return found;
  return await done(room.connection.removeMember(found.value.device));
}

/** Says that this device belongs to the room no more. */
export function leave(room: Room): Promise<Outcome<undefined>> {
  const device = room.record.keep.device.sign.publicKey;
  return done(room.connection.append({ type: 'remove', device }));
}

async function done(work: Promise<Outcome<unknown>>): Promise<Outcome<undefined>> {
  const outcome = await work;
  return outcome.ok ? ok(undefined) : outcome;
}

function isAdmin({ acl, record }: Room): boolean {
  if (record.keep.ownerSecret !== null) return true;
  return acl !== null && memberOf(acl, record.keep.device.sign.publicKey)?.role === 'admin';
}

/** A member that this device may change: not the owner, and not itself. */
function findMember(room: Room, id: string): Outcome<{ readonly device: Uint8Array; readonly role: SyncRole }> {
  if (!isAdmin(room)) return err(problems.notAllowed);
  const device = new Uint8Array(Buffer.from(id, 'hex'));
  const member = room.acl === null ? undefined : memberOf(room.acl, device);
  if (member === undefined) return err(problems.noMember);
  const first = room.record.keep.acl[0]?.entry.action;
  const isOwners = first?.type === 'create' && sameBytes(first.device.sign, device);
  if (isOwners) return err(problems.notTheOwner);
  const isOwn = sameBytes(device, room.record.keep.device.sign.publicKey);
  return isOwn ? err(problems.notYourself) : ok({ device, role: member.role });
}
