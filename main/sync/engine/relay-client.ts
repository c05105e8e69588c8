import * as v from 'valibot';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { toBase64 } from '../../../shared/sync/base64.ts';
import { readWhole } from '../../../shared/sync/bytes.ts';
import type { KeyPair, SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { parseSignedEntry, signedEntryBytes } from '../../../shared/sync/acl/entry.ts';
import type { SignedEntry } from '../../../shared/sync/acl/entry.ts';
import { limits } from '../../../shared/sync/limits.ts';
import { signToken } from '../../../shared/sync/token.ts';
import { unreachable, untrue } from './trouble.ts';
import type { Refusal } from './trouble.ts';

export interface RelayClientOptions {
  readonly crypto: SyncCrypto;
  readonly relay: string;
  readonly room: Uint8Array;
  readonly device: KeyPair;
  /** The head of the membership as it is known now. */
  readonly head: () => Uint8Array;
  /** Milliseconds that an answer may take. */
  readonly answer: number;
  /** Aborted when the connection is given up. */
  readonly closed: AbortSignal;
}

const roomSchema = v.object({
  generations: v.pipe(v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), v.maxLength(100_000)),
});
const refusedSchema = v.object({ refused: v.pipe(v.string(), v.maxLength(64)) });

/** A relay's answers over HTTP, in so far as they concern one room. What comes is checked for its form only. */
export class RelayClient {
  readonly #options: RelayClientOptions;

  constructor(options: RelayClientOptions) {
    this.#options = options;
  }

  /** A token for one connection or request. */
  token(): string {
    const { crypto, relay, room, device, head } = this.#options;
    return signToken(crypto, { room, relay, head: head(), issuedAt: Date.now() }, device);
  }

  /** The entries of the membership from one on. */
  async entries(from: number): Promise<Result<readonly SignedEntry[], Refusal>> {
    const answer = await this.ask(`${this.#roomPath()}/acl?from=${from}`);
    if (!answer.ok) return answer;
    const bytes = await bytesOf(answer.value, limits.roomLog);
    if (bytes === null) return err(unreachable);
    const entries = readWhole(bytes, (reader) => {
      const list: SignedEntry[] = [];
      while (reader.left > 0) {
        const entry = parseSignedEntry(reader.take(reader.u32()));
        if (entry === null) return null;
        list.push(entry);
      }
      return list;
    });
    return entries === null ? err(untrue) : ok(entries);
  }

  /** Puts an entry behind the last one. */
  async post(entry: SignedEntry): Promise<Result<undefined, Refusal>> {
    const body = new Uint8Array(signedEntryBytes(entry));
    const answer = await this.ask(`${this.#roomPath()}/acl`, { method: 'POST', body });
    return answer.ok ? ok(undefined) : answer;
  }

  /** The generations that have something in them, the oldest first. */
  async generations(): Promise<Result<readonly number[], Refusal>> {
    const answer = await this.ask(this.#roomPath(), { headers: this.authorization() });
    if (!answer.ok) return answer;
    const read = v.safeParse(roomSchema, await jsonOf(answer.value));
    return read.success ? ok(read.output.generations.toSorted((a, b) => a - b)) : err(untrue);
  }

  authorization(): Readonly<Record<string, string>> {
    return { authorization: `Bearer ${this.token()}` };
  }

  /** Asks for something below the relay's address. An answer that is no success is a refusal. */
  async ask(path: string, init: RequestInit = {}, signal?: AbortSignal): Promise<Result<Response, Refusal>> {
    const { relay, closed, answer } = this.#options;
    const signals = [closed, signal ?? AbortSignal.timeout(answer)];
    try {
      const response = await fetch(relay + path, { redirect: 'error', ...init, signal: AbortSignal.any(signals) });
      if (response.ok) return ok(response);
      const read = v.safeParse(refusedSchema, await jsonOf(response));
      return err({ status: response.status, word: read.success ? read.output.refused : '' });
    } catch {
      return err(unreachable);
    }
  }

  #roomPath(): string {
    return `/v1/rooms/${toBase64(this.#options.room)}`;
  }
}

/** Longer answers than this in JSON are none of ours. */
const longestJson = 1024 * 1024;

async function jsonOf(response: Response): Promise<unknown> {
  const bytes = await bytesOf(response, longestJson);
  try {
    return bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** The body of an answer; null where it breaks off or is longer than that. */
async function bytesOf(response: Response, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of response.body ?? []) {
      length += part.length;
      if (length > most) return null;
      parts.push(part);
    }
    return new Uint8Array(Buffer.concat(parts));
  } catch {
    return null;
  }
}
