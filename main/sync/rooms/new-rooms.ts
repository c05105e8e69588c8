import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { noEntry, signEntry } from '../../../shared/sync/acl/entry.ts';
import type { SignedEntry } from '../../../shared/sync/acl/entry.ts';
import { memberOf, readAcl } from '../../../shared/sync/acl/state.ts';
import type { AclState } from '../../../shared/sync/acl/state.ts';
import { toHex } from '../../../shared/sync/base64.ts';
import { sameBytes } from '../../../shared/sync/bytes.ts';
import { lengths } from '../../../shared/sync/crypto/crypto.ts';
import type { KeyPair, SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { roomIdOf } from '../../../shared/sync/ids.ts';
import type { Invite, InviteAbout } from '../../../shared/sync/invite.ts';
import { cleanName } from '../../../shared/sync/profile.ts';
import type { RoomKeep, SyncProblem } from '../engine/contract.ts';
import { RelayClient } from '../engine/relay-client.ts';
import { problemOf, type Refusal } from '../engine/trouble.ts';
import { usual } from '../engine/tuning.ts';
import * as problems from '../problems.ts';
import type { RoomRecord } from './keep-format.ts';

/** What this device's user and the device are called. */
export interface You {
  readonly name: string;
  readonly device: string;
}

/** How often a device tries to join where others change the membership at the same time. */
const attempts = 8;

/** What a notebook is shared with from now on: a room of its own, of a new owner's key, made at a relay. */
export async function createRoom(
  crypto: SyncCrypto,
  { notebook, relay, you }: { readonly notebook: string; readonly relay: string; readonly you: You },
): Promise<Result<RoomRecord, SyncProblem>> {
  const owner = crypto.signKeys();
  const device = newDevice(crypto);
  const room = roomIdOf(crypto, owner.publicKey);
  const action = { type: 'create', owner: owner.publicKey, device: publicKeys(device) } as const;
  const entry = { room, previous: noEntry, at: Date.now(), by: owner.publicKey, action };
  const first = signEntry(crypto, entry, owner.secretKey);
  const posted = await clientOf(crypto, { relay, room, device }).post(first);
  if (!posted.ok) return err(explained(posted.error, relay));
  const keys = new Map([[0, crypto.random(lengths.key)]]);
  const secret = { ownerSecret: owner.secretKey, keys };
  return ok(
    recordOf({ notebook, you }, { room, relay, owner: owner.publicKey, ...secret, device, acl: [first] }, true),
  );
}

/** The record of a device that is about to join. `known`: one that was about to already, whose keys it goes on with. */
export function joiningRecord(
  crypto: SyncCrypto,
  invite: Invite & { readonly about: InviteAbout },
  { you, known }: { readonly you: You; readonly known: RoomRecord | null },
): RoomRecord {
  const isSame = known !== null && sameBytes(known.keep.room, invite.room);
  const device = isSame ? known.keep.device : newDevice(crypto);
  const { room, relay, owner, epoch, notebookKey } = invite;
  const keys = new Map([[epoch, notebookKey]]);
  const keep = { room, relay, owner, ownerSecret: null, keys, device, acl: [] };
  return recordOf({ notebook: invite.about.notebook, you }, keep, false);
}

/** Joins a room by an invitation's key. Gives the record as a member's. Nothing is lost where it breaks off: it can be done again. */
export async function joinRoom(
  crypto: SyncCrypto,
  invite: Pick<Invite, 'seed' | 'expires' | 'epoch'>,
  record: RoomRecord,
): Promise<Result<RoomRecord, SyncProblem>> {
  const { room, relay, device } = record.keep;
  const client = clientOf(crypto, record.keep);
  const key = crypto.signKeys(invite.seed);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const answer = await client.entries(0);
    if (!answer.ok) return err(explained(answer.error, relay));
    const log = answer.value;
    const state = readAcl(crypto, room, log);
    if (!state.ok) return err(problems.untrue);
    if (memberOf(state.value, device.sign.publicKey) !== undefined) return ok(asMember(record, log));
    const problem = whyNot(state.value, log, { key: key.publicKey, ...invite });
    if (problem !== null) return err(problem);
    const action = { type: 'join', invite: key.publicKey, device: publicKeys(device) } as const;
    const entry = { room, previous: state.value.head, at: Date.now(), by: key.publicKey, action };
    const signed = signEntry(crypto, entry, key.secretKey);
    const posted = await client.post(signed);
    if (posted.ok) return ok(asMember(record, [...log, signed]));
    // Somebody was first, with another change or with this very link: the next look tells.
    if (posted.error.word === 'expired') return err(problems.expiredInvite);
    if (posted.error.word !== 'stale' && posted.error.word !== 'unknown') return err(explained(posted.error, relay));
  }
  return err(problems.stale);
}

/** Why an invitation lets nobody in; null where it does. */
function whyNot(
  state: AclState,
  log: readonly SignedEntry[],
  { key, expires, epoch }: { readonly key: Uint8Array; readonly expires: number; readonly epoch: number },
): SyncProblem | null {
  const actions = log.map(({ entry }) => entry.action);
  const isNamed = (type: 'join' | 'revoke') =>
    actions.some((action) => action.type === type && sameBytes(action.invite, key));
  if (isNamed('join')) return problems.usedInvite;
  if (isNamed('revoke')) return problems.revokedInvite;
  const invitation = state.invitations.get(toHex(key));
  if (invitation === undefined || state.epoch !== epoch) return problems.outdatedInvite;
  return Math.min(expires, invitation.expires) < Date.now() ? problems.expiredInvite : null;
}

function asMember(record: RoomRecord, acl: readonly SignedEntry[]): RoomRecord {
  return { ...record, isJoined: true, keep: { ...record.keep, acl } };
}

function recordOf(
  { notebook, you }: { readonly notebook: string; readonly you: You },
  keep: Omit<RoomKeep, 'snapshots' | 'awaySince'>,
  isJoined: boolean,
): RoomRecord {
  const whole = { ...keep, snapshots: new Map(), awaySince: null };
  return { notebook, keep: whole, isJoined, you: cleaned(you), names: [], seen: null, ahead: false };
}

/** Names as a profile can have them. */
export function cleaned({ name, device }: You): You {
  return { name: cleanName(name) || '?', device: cleanName(device) };
}

function newDevice(crypto: SyncCrypto): RoomKeep['device'] {
  return { sign: crypto.signKeys(), box: crypto.boxKeys() };
}

function publicKeys({ sign, box }: { readonly sign: KeyPair; readonly box: KeyPair }) {
  return { sign: sign.publicKey, box: box.publicKey };
}

function clientOf(
  crypto: SyncCrypto,
  { relay, room, device }: Pick<RoomKeep, 'relay' | 'room' | 'device'>,
): RelayClient {
  const closed = new AbortController().signal;
  return new RelayClient({
    crypto,
    relay,
    room,
    device: device.sign,
    head: () => noEntry,
    answer: usual.answer,
    closed,
  });
}

function explained(refusal: Refusal, relay: string): SyncProblem {
  const problem = problemOf(refusal);
  return problem.reason === 'unreachable' ? problems.unreachable(relay) : problem;
}
