import { err, ok } from '../../lib/result.ts';
import { toHex } from '../base64.ts';
import type { Result } from '../../lib/result.ts';
import { couldWrite, memberOf, membersNamed } from '../acl/state.ts';
import type { AclState, Member } from '../acl/state.ts';
import { parseBlob } from '../blob/layout.ts';
import type { Blob } from '../blob/layout.ts';
import { isSignedBy } from '../blob/seal.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import type { OuterBlob } from './outer.ts';

/** Why one blob is refused. */
export type BlobProblem =
  'malformed' | 'squatting' | 'unknown-author' | 'bad-signature' | 'may-not-write' | 'wrong-epoch';

/** A blob that may stand where it stands, and whose it is. */
export interface AdmittedBlob {
  readonly blob: Blob;
  readonly author: Member;
}

/**
 * Whether a blob may stand in a generation of a room: it is signed, for this very place, by a device that could write in its epoch. Who
 * forwards it does not matter: peers heal a relay by giving back what it forgot.
 */
export function admitBlob(
  crypto: SyncCrypto,
  { client, clock, bytes }: OuterBlob,
  { acl, generation }: { readonly acl: AclState; readonly generation: number },
): Result<AdmittedBlob, BlobProblem> {
  const blob = parseBlob(bytes);
  if (blob === null) return err('malformed');
  if (blob.header.client !== client || blob.header.clock !== clock) return err('squatting');
  const named = namedSo(crypto, acl, blob.header.author);
  if (named.length === 0) return err('unknown-author');
  const place = { room: acl.room, generation };
  const author = named.find(({ keys }) => isSignedBy(crypto, blob, place, keys.sign));
  if (author === undefined) return err('bad-signature');
  if (blob.header.epoch > acl.epoch) return err('wrong-epoch');
  return couldWrite(author, blob.header.epoch) ? ok({ blob, author }) : err('may-not-write');
}

/** A membership is asked for the same few authors again and again; it never changes, there is a new one. */
const asked = new WeakMap<AclState, Map<string, readonly Member[]>>();

function namedSo(crypto: SyncCrypto, acl: AclState, author: Uint8Array): readonly Member[] {
  const known = asked.get(acl) ?? new Map<string, readonly Member[]>();
  asked.set(acl, known);
  const name = toHex(author);
  const members = known.get(name) ?? membersNamed(crypto, acl, author);
  // Names that nobody has could be made up without end.
  if (members.length > 0) known.set(name, members);
  return members;
}

/** What a relay asks besides: that the author belongs to the room now, and that the blob is of the present epoch. */
export function admitNewBlob(
  crypto: SyncCrypto,
  blob: OuterBlob,
  place: { readonly acl: AclState; readonly generation: number },
): Result<AdmittedBlob, BlobProblem> {
  const admitted = admitBlob(crypto, blob, place);
  if (!admitted.ok) return admitted;
  if (memberOf(place.acl, admitted.value.author.keys.sign) === undefined) return err('may-not-write');
  return admitted.value.blob.header.epoch === place.acl.epoch ? admitted : err('wrong-epoch');
}
