import type * as Y from 'yjs';
import type { RemoteAuthor, SyncMember, SyncMembers } from '../../../shared/bridge/index.ts';
import { toHex } from '../../../shared/sync/base64.ts';
import { sameBytes } from '../../../shared/sync/bytes.ts';
import type { AclState } from '../../../shared/sync/acl/state.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { plainName, profileMap, readProfile } from '../../../shared/sync/profile.ts';
import type { RoomRecord, SeenName } from '../rooms/keep-format.ts';

type Names = readonly SeenName[];
type Said = Pick<SeenName, 'name' | 'label' | 'at'>;

/** The latest name of a device among those that were seen; undefined while it has none. */
export function nameOf(names: Names, device: string): SeenName | undefined {
  return names
    .filter((one) => one.device === device)
    .reduce<SeenName | undefined>((last, one) => (last !== undefined && last.at >= one.at ? last : one), undefined);
}

/** Whether what a device says of itself is later than what it said before, and something else. */
export function isNews(said: Said, before: Said | null): boolean {
  return before === null || (said.at > before.at && (said.name !== before.name || said.label !== before.label));
}

/** Names of one device that are remembered. */
const mostNames = 20;

/**
 * The names that were seen, and those that are new among what devices say of themselves. What a device said before something else is not
 * believed to have come back: whoever writes into the map may have put an old profile there. A name that is said again keeps its place.
 */
export function withSeen(names: Names, said: readonly SeenName[]): Names {
  return said.reduce<Names>((all, one) => {
    const latest = nameOf(all, one.device);
    if (latest !== undefined && latest.at >= one.at) return all;
    const own = all.filter(({ device }) => device === one.device);
    const known = own.find(({ name }) => name === one.name) ?? (own.length < mostNames ? undefined : latest);
    return known === undefined ? [...all, one] : all.map((other) => (other === known ? one : other));
  }, names);
}

/** What the members say of themselves in the root document, those who came first before others. Unsigned words are passed over. */
export function namesIn(crypto: SyncCrypto, room: Uint8Array, root: Y.Doc, acl: AclState): Names {
  const said = root.getMap(profileMap);
  return [...acl.members]
    .sort(([, a], [, b]) => a.since - b.since)
    .flatMap(([device, { keys }]): Names => {
      const profile = readProfile(crypto, room, keys.sign, said.get(device));
      return profile === null ? [] : [{ device, name: profile.name, label: profile.label, at: profile.at }];
    });
}

export function authorOf(names: Names, device: Uint8Array): RemoteAuthor {
  const id = toHex(device);
  return { id, name: nameOf(names, id)?.name ?? '' };
}

/** Those who belong to the room, and the invitations that still hold, as a person is shown them; none where the membership cannot be read. */
export function membersOf(acl: AclState | null, record: Pick<RoomRecord, 'keep' | 'names' | 'you'>): SyncMembers {
  if (acl === null) return { members: [], invitations: [] };
  const invitations = [...acl.invitations]
    .filter(([, { expires }]) => expires > Date.now())
    .map(([id, { role, expires }]) => ({ id, role, expires }));
  return { members: peopleOf(acl, record), invitations };
}

function peopleOf(acl: AclState, { keep, names, you }: Parameters<typeof membersOf>[1]): SyncMember[] {
  const first = keep.acl[0]?.entry.action;
  const ownerDevice = first?.type === 'create' ? first.device.sign : null;
  return [...acl.members]
    .filter(([, { isRemoved }]) => !isRemoved)
    .map(([id, { keys, role, since }]) => {
      const named = nameOf(names, id);
      const isYou = sameBytes(keys.sign, keep.device.sign.publicKey);
      return {
        id,
        // What one is called oneself is known before the room has heard of it.
        name: isYou ? you.name : (named?.name ?? ''),
        device: isYou ? you.device : (named?.label ?? ''),
        role,
        isOwner: ownerDevice !== null && sameBytes(keys.sign, ownerDevice),
        isYou,
        since,
        warning: named !== undefined && isTaken(names, named) ? 'same-name' : null,
      };
    });
}

/** Whether another device was seen under this name before. */
function isTaken(names: Names, { device, name }: SeenName): boolean {
  const plain = plainName(name);
  const first = names.find((one) => plainName(one.name) === plain);
  return first !== undefined && first.device !== device;
}
