import { err, ok } from '../lib/result.ts';
import type { Result } from '../lib/result.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { concat, readWhole, sameBytes, u16, u64, utf8 } from './bytes.ts';
import { lengths } from './crypto/crypto.ts';
import type { KeyPair, SyncCrypto } from './crypto/crypto.ts';
import { domain, roomIdLength } from './ids.ts';

/** What a device says of itself when it connects. */
export interface TokenClaims {
  readonly room: Uint8Array;
  /** The relay that it is meant for: another could not use it. */
  readonly relay: string;
  readonly device: Uint8Array;
  /** The head of the membership that the device knows; 32 zeros where it knows none. */
  readonly head: Uint8Array;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  readonly expires: number;
  /** 16 random bytes: a token is taken once. */
  readonly id: Uint8Array;
}

export type TokenProblem = 'malformed' | 'bad-signature' | 'wrong-room' | 'wrong-relay' | 'expired' | 'not-yet';

/** Milliseconds that a token holds. */
export const tokenLife = 60_000;
/** Milliseconds by which clocks may differ. */
export const clockSkew = 30_000;
const idLength = 16;
const version = 1;

/** A token of these claims, for one connection. */
export function signToken(
  crypto: SyncCrypto,
  claims: Omit<TokenClaims, 'device' | 'id' | 'expires'>,
  device: KeyPair,
): string {
  const body = claimBytes({
    ...claims,
    device: device.publicKey,
    expires: claims.issuedAt + tokenLife,
    id: crypto.random(idLength),
  });
  return toBase64(concat(body, crypto.sign(domain('bs/token/1', claims.room, body), device.secretKey)));
}

/** The claims of a token, if it was made for this relay and room, by its device, and holds now. Whether it was seen before and who the device is, is the relay's to ask. */
export function checkToken(
  crypto: SyncCrypto,
  token: string,
  { room, relay, now }: { readonly room: Uint8Array; readonly relay: string; readonly now: number },
): Result<TokenClaims, TokenProblem> {
  const bytes = fromBase64(token);
  const read = bytes === null ? null : readWhole(bytes, readToken);
  if (read === null) return err('malformed');
  const { claims, signature } = read;
  const signed = domain('bs/token/1', claims.room, claimBytes(claims));
  if (!crypto.verify(signature, signed, claims.device)) return err('bad-signature');
  if (!sameBytes(claims.room, room)) return err('wrong-room');
  if (claims.relay !== relay) return err('wrong-relay');
  if (claims.expires - claims.issuedAt > tokenLife || claims.expires + clockSkew < now) return err('expired');
  return claims.issuedAt - clockSkew > now ? err('not-yet') : ok(claims);
}

function claimBytes({ room, relay, device, head, issuedAt, expires, id }: TokenClaims): Uint8Array {
  const origin = utf8(relay);
  return concat(
    Uint8Array.of(version),
    room,
    device,
    head,
    u64(issuedAt),
    u64(expires),
    id,
    u16(origin.length),
    origin,
  );
}

type Reader = Parameters<Parameters<typeof readWhole>[1]>[0];

function readToken(reader: Reader): { readonly claims: TokenClaims; readonly signature: Uint8Array } | null {
  if (reader.u8() !== version) return null;
  const claims: TokenClaims = {
    room: reader.take(roomIdLength),
    device: reader.take(lengths.key),
    head: reader.take(lengths.hash),
    issuedAt: reader.u64(),
    expires: reader.u64(),
    id: reader.take(idLength),
    relay: reader.text(reader.u16()),
  };
  return { claims, signature: reader.take(lengths.signature) };
}
