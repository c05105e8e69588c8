import type { InviteInfo, RemoteUpdate } from '../../../shared/bridge/index.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { sameBytes } from '../../../shared/sync/bytes.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { parseInvite } from '../../../shared/sync/invite.ts';
import type { Invite, InviteAbout } from '../../../shared/sync/invite.ts';
import { cleanName } from '../../../shared/sync/profile.ts';
import { relayAddress } from '../../../shared/sync/relay-address.ts';
import type { RoomConnection, RoomConnectionOptions, SyncProblem } from '../engine/contract.ts';
import { Documents } from '../open/documents.ts';
import * as problems from '../problems.ts';
import { fingerprint } from './fingerprint.ts';
import type { RoomRecord } from './keep-format.ts';
import { createRoom, joiningRecord, joinRoom, type You } from './new-rooms.ts';
import type { Registry } from './registry.ts';
import { waitReached, wholeUpdates } from './take.ts';

type Outcome<T> = Result<T, SyncProblem>;
type FullInvite = Invite & { readonly about: InviteAbout };

interface Parts {
  readonly crypto: SyncCrypto;
  readonly registry: Registry;
}

/** Makes the room of a notebook at a relay. */
export async function share(
  { crypto, registry }: Parts,
  { notebook, relay: typed, you }: { readonly notebook: string; readonly relay: string; readonly you: You },
): Promise<Outcome<undefined>> {
  const relay = relayAddress(typed);
  if (relay === null) return err(problems.noAddress);
  const known = registry.find(notebook);
  if (!known.ok) return known;
  if (known.value !== null && registry.isMember(known.value)) return err(problems.alreadyShared);
  const created = await createRoom(crypto, { notebook, relay, you });
  return created.ok ? await registry.put(created.value) : created;
}

/** What a link says of itself. */
export function inviteInfo(crypto: SyncCrypto, { relay, expires, owner, about }: FullInvite): InviteInfo {
  const { notebook, title, from, role } = about;
  const texts = { title: cleanName(title), from: cleanName(from) };
  return { relay, notebook, ...texts, role, expires, owner: fingerprint(crypto, owner) };
}

export function readInvite(crypto: SyncCrypto, link: string): Outcome<FullInvite> {
  const read = parseInvite(crypto, link);
  if (read === 'not-an-invite') return err(problems.notAnInvite);
  if (read === 'newer') return err(problems.newerInvite);
  if (read === 'damaged' || read.about === undefined) return err(problems.damagedInvite);
  return ok({ ...read, about: read.about });
}

/** Makes this device a member by an invitation. Done again after it was broken off, it goes on. */
export async function join(
  { crypto, registry }: Parts,
  invite: FullInvite,
  you: You,
): Promise<Outcome<{ notebook: string }>> {
  const { notebook } = invite.about;
  if (invite.expires < Date.now()) return err(problems.expiredInvite);
  const known = registry.find(notebook);
  if (!known.ok) return known;
  const record = known.value;
  if (record !== null && registry.isMember(record))
    return sameBytes(record.keep.room, invite.room) ? ok({ notebook }) : err(problems.alreadyShared);
  // Who was removed keeps what is known of that until there is something better; they come back with new keys only.
  const wasMember = record?.isJoined === true;
  const joining = joiningRecord(crypto, invite, { you, known: wasMember ? null : record });
  // Before anything is sent: were it lost, the link would have been used up for nothing.
  const stored = wasMember ? ok(undefined) : await registry.put(joining);
  if (!stored.ok) return stored;
  const joined = await joinRoom(crypto, invite, joining);
  if (joined.ok) {
    const put = await registry.put(joined.value);
    return put.ok ? ok({ notebook }) : put;
  }
  // Where no answer came it may have joined: the next try goes on with the same keys.
  if (joined.error.reason !== 'unreachable' && !wasMember) await registry.remove(notebook);
  return joined;
}

/** Everything that a room holds, as one update for each document, the root last. */
export async function take(
  { registry }: Pick<Parts, 'registry'>,
  record: RoomRecord,
  connect: (options: Omit<RoomConnectionOptions, 'crypto'>) => RoomConnection,
): Promise<Outcome<RemoteUpdate[]>> {
  const documents = new Documents(record.notebook, () => undefined);
  const nothing = (): void => undefined;
  const connection = connect({
    keep: record.keep,
    inner: documents,
    events: {
      ...{ onArrived: nothing, onStatus: nothing, onMembership: nothing, onPeers: nothing, onReached: nothing },
      // One was not away from what one never had.
      onKeep: (keep) => registry.update({ ...record, keep: { ...keep, awaySince: null } }),
    },
  });
  try {
    const reached = await waitReached(connection, record.keep.relay);
    return reached.ok ? wholeUpdates(record.notebook, documents) : reached;
  } finally {
    await connection.close();
    documents.destroy();
  }
}
