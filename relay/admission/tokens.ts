import { fromBase64, toHex } from '../../shared/sync/base64.ts';
import type { SyncCrypto } from '../../shared/sync/crypto/crypto.ts';
import { checkToken, clockSkew, tokenLife } from '../../shared/sync/token.ts';
import type { TokenClaims, TokenProblem } from '../../shared/sync/token.ts';
import { memberOf } from '../../shared/sync/acl/state.ts';
import type { Member } from '../../shared/sync/acl/state.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { Room, Rooms } from '../rooms/room.ts';

/** A device that may come in. */
export interface Admitted {
  readonly room: Room;
  readonly member: Member;
  /** The device's key in hexadecimal. */
  readonly device: string;
}

export type TokenRefusal = TokenProblem | 'seen-before' | 'unknown-room' | 'removed' | 'stranger';

export interface TokensOptions {
  readonly crypto: SyncCrypto;
  readonly rooms: Rooms;
  readonly publicUrl: string | null;
  readonly now: () => number;
}

/** Asks of each token whether it holds, whether it was used before, and who it lets in. */
export class Tokens {
  readonly #options: TokensOptions;
  /** Ids of tokens that were used, with the time from which on they would be refused anyhow. */
  readonly #seen = new Map<string, number>();

  constructor(options: TokensOptions) {
    this.#options = options;
  }

  /** `host` is what the device called us (the Host header): its token names us by it, unless the operator said our address. */
  async admit(roomId: string, token: string, host: string): Promise<Result<Admitted, TokenRefusal>> {
    const { rooms, now } = this.#options;
    const id = fromBase64(roomId);
    const room = await rooms.get(roomId);
    if (id === null || room === null) return err('unknown-room');
    const checked = this.#check(token, id, host);
    if (!checked.ok) return checked;
    const device = toHex(checked.value.device);
    const member = memberOf(room.acl, checked.value.device);
    if (member === undefined) return err(room.acl.members.has(device) ? 'removed' : 'stranger');
    // Only members' tokens are kept: strangers can sign as many as they like.
    return this.#isNew(checked.value, now()) ? ok({ room, member, device }) : err('seen-before');
  }

  #check(token: string, room: Uint8Array, host: string): Result<TokenClaims, TokenProblem> {
    const { crypto, publicUrl, now } = this.#options;
    const relays = publicUrl === null ? [`http://${host}`, `https://${host}`] : [publicUrl];
    let checked: Result<TokenClaims, TokenProblem> = err('malformed');
    for (const relay of relays) {
      checked = checkToken(crypto, token, { room, relay, now: now() });
      if (checked.ok || checked.error !== 'wrong-relay') break;
    }
    return checked;
  }

  #isNew({ id }: TokenClaims, now: number): boolean {
    for (const [seen, until] of this.#seen) {
      // In the order of their coming, so that the first that still counts ends the search.
      if (until > now) break;
      this.#seen.delete(seen);
    }
    const name = toHex(id);
    if (this.#seen.has(name)) return false;
    this.#seen.set(name, now + tokenLife + 2 * clockSkew);
    return true;
  }
}
