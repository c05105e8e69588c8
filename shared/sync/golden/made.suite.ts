import { signEntry, signedEntryBytes } from '../acl/entry.ts';
import type { AclAction } from '../acl/entry.ts';
import { fromBase64 } from '../base64.ts';
import { noExtension, snapshotExtension } from '../blob/extension.ts';
import { pad } from '../blob/padding.ts';
import { sealBlob } from '../blob/seal.ts';
import type { BlobHeader } from '../blob/layout.ts';
import { utf8 } from '../bytes.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import { chunkSize, sealFile } from '../files.ts';
import { authorOf, keyFor, roomIdOf } from '../ids.ts';
import { inviteLink } from '../invite.ts';
import { messageText } from '../messages.ts';
import { payloadBytes } from '../payload.ts';
import { signProfile } from '../profile.ts';
import { signToken } from '../token.ts';

const filled = (byte: number, length = 32) => new Uint8Array(length).fill(byte);

/** Cryptography whose "random" bytes are the same each time. */
export const withoutChance = (crypto: SyncCrypto): SyncCrypto => ({
  ...crypto,
  random: (length) => filled(0x42, length),
});

/** One of everything that version 1 writes, made by this build out of fixed keys and times. `crypto` is `withoutChance`. */
export function madeNow(crypto: SyncCrypto): Readonly<Record<string, Uint8Array>> {
  const [owner, device, invite] = [1, 2, 3].map((seed) => crypto.signKeys(filled(seed)));
  if (owner === undefined || device === undefined || invite === undefined) throw new Error('no keys');
  const room = roomIdOf(crypto, owner.publicKey);
  const keys = { sign: device.publicKey, box: crypto.boxKeys(filled(4)).publicKey };
  const place = { room, generation: 2 };
  const docKey = keyFor(crypto, 'doc', filled(5), room);
  const at = 1_700_000_000_000;
  const header: BlobHeader = {
    type: 'update',
    epoch: 6,
    author: authorOf(crypto, device.publicKey),
    client: 4_000_000_001,
    clock: 7,
    head: filled(8, 8),
    extension: noExtension,
  };
  const covered = new Map([
    [0, new Map([[11, 12]])],
    [1, new Map([[9, 10]])],
  ]);
  const extension = snapshotExtension({ covered, previous: filled(13), file: filled(14) });
  const blob = (one: BlobHeader) => sealBlob(crypto, one, utf8('six days'), { place, docKey, device });
  const entry = (action: AclAction, by = owner) =>
    signedEntryBytes(signEntry(crypto, { room, previous: filled(15), at, by: by.publicKey, action }, by.secretKey));
  const link = {
    room,
    relay: 'https://r.example',
    owner: owner.publicKey,
    epoch: 6,
    notebookKey: filled(5),
    seed: filled(3),
    expires: at,
  };
  const about = { notebook: 'n-1', title: 'Harbour', from: 'Mara', role: 'editor' } as const;
  const decoded = (text: string) => fromBase64(text.replace('backstory://join#', '')) ?? new Uint8Array();
  // What a long file looks like is told by the hash of it.
  const file = (length: number) => crypto.sha256(sealFile(crypto, room, filled(16, length)).bytes);
  return {
    room,
    author: header.author,
    'key of documents': docKey,
    'key of presence': keyFor(crypto, 'aware', filled(5), room),
    'key of files': keyFor(crypto, 'file', filled(5), room),
    update: blob(header),
    'update in a file': blob({ ...header, extension: filled(14) }),
    snapshot: blob({ ...header, type: 'snapshot', extension }),
    'entry: create': entry({ type: 'create', owner: owner.publicKey, device: keys }),
    'entry: add': entry({ type: 'add', device: keys, role: 'editor' }),
    'entry: invite': entry({ type: 'invite', key: invite.publicKey, role: 'viewer', expires: at }),
    'entry: join': entry({ type: 'join', invite: invite.publicKey, device: keys }, invite),
    'entry: role': entry({ type: 'role', device: keys.sign, role: 'admin' }),
    'entry: remove': entry({ type: 'remove', device: keys.sign }),
    'entry: revoke': entry({ type: 'revoke', invite: invite.publicKey }),
    'entry: epoch': entry({ type: 'epoch', epoch: 6, keys: [{ device: keys.sign, sealed: filled(17, 80) }] }),
    token: decoded(signToken(crypto, { room, relay: link.relay, head: filled(8), issuedAt: at }, device)),
    invitation: decoded(inviteLink(link)),
    'invitation that says what it opens': decoded(inviteLink({ ...link, about })),
    profile: decoded(signProfile(crypto, room, { name: 'Mara', label: 'laptop', at }, device)),
    'payload: updates': payloadBytes({
      kind: 'updates',
      updates: [
        { docId: 'n-1', format: 'v1', update: Uint8Array.of(1, 2) },
        { docId: 'n-1.draft.2', format: 'v2', update: Uint8Array.of(3) },
      ],
    }),
    'payload: file': payloadBytes({ kind: 'file', cid: filled(14), key: filled(18), size: 300_000 }),
    padding: pad(utf8('six days')),
    'file of 3 bytes': sealFile(crypto, room, filled(16, 3)).bytes,
    'file of nothing': file(0),
    'file of one chunk': file(chunkSize),
    'file of one byte more': file(chunkSize + 1),
    'message: durable': utf8(messageText({ type: 'durable', generation: 3, vector: Uint8Array.of(1, 2, 250) })),
    'message: rotate': utf8(messageText({ type: 'rotate', generation: 4 })),
    'message: acl': utf8(messageText({ type: 'acl', head: filled(8) })),
    'message: limit': utf8(messageText({ type: 'limit', code: 'too-fast', retryMs: 1500 })),
  };
}
