import { fromBase64, toBase64 } from './base64.ts';
import { readRole, roles } from './acl/entry.ts';
import type { Role } from './acl/entry.ts';
import { concat, readWhole, u16, u32, u64, utf8 } from './bytes.ts';
import type { ByteReader } from './bytes.ts';
import { lengths } from './crypto/crypto.ts';
import type { SyncCrypto } from './crypto/crypto.ts';
import { isRoomOf, roomIdLength } from './ids.ts';
import { isRelayAddress } from './relay-address.ts';

/** Everything that somebody who was invited needs. It opens the notebook: it is shown to the person alone, and never logged. */
export interface Invite {
  readonly room: Uint8Array;
  /** Where the relay is: "https://relay.example.org", without a path. */
  readonly relay: string;
  readonly owner: Uint8Array;
  readonly epoch: number;
  /** The notebook's key of that epoch. */
  readonly notebookKey: Uint8Array;
  /** The seed of the key pair whose public half the membership knows. */
  readonly seed: Uint8Array;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** What the link says of what it opens, as whoever made it put it. Links of the first kind said nothing. */
  readonly about?: InviteAbout;
}

/** For whoever joins to read before; the relay learns none of it, and nothing vouches for it. */
export interface InviteAbout {
  /** The notebook's id: its documents are named after it. */
  readonly notebook: string;
  readonly title: string;
  /** Who made the link, as they call themselves. */
  readonly from: string;
  readonly role: Role;
}

const version = 1;
/** The key is behind the "#": browsers and servers on the way are not told of it. */
const start = 'backstory://join#';
/** Letters; longer links are not ours. */
const longest = 2048;

/** Bytes of the texts: a link is to fit into a QR code. */
const longestTitle = 240;
const longestFrom = 120;
const longestId = 200;

/** The link of an invitation. Long titles and names are cut. */
export function inviteLink({ room, relay, owner, epoch, notebookKey, seed, expires, about }: Invite): string {
  const origin = utf8(relay);
  const bytes = concat(
    Uint8Array.of(version),
    room,
    owner,
    u32(epoch),
    notebookKey,
    seed,
    u64(expires),
    u16(origin.length),
    origin,
    ...(about === undefined ? [] : aboutBytes(about)),
  );
  return start + toBase64(bytes);
}

/** Why a link is none. `newer`: another version of Backstory made it. */
export type InviteProblem = 'not-an-invite' | 'newer' | 'damaged';

/** Reads a link as it was pasted. The owner's key is compared with the room's id, so that a link cannot name another's room. */
export function parseInvite(crypto: SyncCrypto, link: string): Invite | InviteProblem {
  const text = link.trim();
  if (text.length > longest || !text.startsWith(start)) return 'not-an-invite';
  const bytes = fromBase64(text.slice(start.length));
  if (bytes === null || bytes.length === 0) return 'damaged';
  if (bytes[0] !== version) return 'newer';
  const invite = readWhole(bytes, (reader): Invite | null => {
    reader.u8();
    const link = {
      room: reader.take(roomIdLength),
      owner: reader.take(lengths.key),
      epoch: reader.u32(),
      notebookKey: reader.take(lengths.key),
      seed: reader.take(lengths.seed),
      expires: reader.u64(),
      relay: reader.text(reader.u16()),
    };
    if (reader.left === 0) return link;
    const about = readAbout(reader);
    return about === null ? null : { ...link, about };
  });
  if (invite === null || !isRelayAddress(invite.relay) || !isRoomOf(crypto, invite.room, invite.owner))
    return 'damaged';
  return invite;
}

function aboutBytes({ notebook, title, from, role }: InviteAbout): readonly Uint8Array[] {
  return [
    Uint8Array.of(roles[role]),
    ...[utf8(notebook), cut(title, longestTitle), cut(from, longestFrom)].flatMap((text) => [u16(text.length), text]),
  ];
}

function readAbout(reader: ByteReader): InviteAbout | null {
  const role = readRole(reader);
  const notebook = reader.text(reader.u16());
  const title = shortText(reader, longestTitle);
  const from = shortText(reader, longestFrom);
  const isId = notebook.length <= longestId && /^[\w.-]+$/.test(notebook);
  return role === null || !isId || title === null || from === null ? null : { notebook, title, from, role };
}

function shortText(reader: ByteReader, longest: number): string | null {
  const length = reader.u16();
  return length > longest ? null : reader.text(length);
}

/** The beginning of a text that has so many bytes, without half a letter at its end. */
function cut(text: string, longest: number): Uint8Array {
  let kept = '';
  for (const letter of text) {
    if (utf8(kept + letter).length > longest) break;
    kept += letter;
  }
  return utf8(kept);
}
