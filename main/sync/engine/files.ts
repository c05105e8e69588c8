import { createHash } from 'node:crypto';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { toBase64 } from '../../../shared/sync/base64.ts';
import { limits } from '../../../shared/sync/limits.ts';
import { backoff, pause } from './backoff.ts';
import type { RelayClient } from './relay-client.ts';
import { givenUp, unreachable, untrue } from './trouble.ts';
import type { Refusal } from './trouble.ts';
import type { Tuning } from './tuning.ts';

/** How often in a row a file, or the next part of one that is sent, fails before it is given up for now. */
const attempts = 5;
/** The status of an answer to somebody who asks too often, and the milliseconds that he then waits at least. */
const tooFast = 429;
const notSoFast = 2000;
/** Bytes that are handed to the network at once. */
const portion = 64 * 1024;
/** Bytes of a file that are sent in one request: proxies take so much at once, and some pass on only what is whole. A multiple of what a relay keeps. */
const sentAtOnce = 8 * 1024 * 1024;
/** Files of which a beginning is kept for the next attempt. */
const mostBegun = 4;

/** Files of a room as the relay has them: encrypted, and known by their hash. Both ways go on where they stopped. */
export class FileTransfer {
  readonly #client: RelayClient;
  readonly #room: string;
  readonly #tuning: Tuning;
  /** What came of files that are not whole yet. */
  readonly #begun = new Map<string, Uint8Array[]>();

  constructor(client: RelayClient, room: Uint8Array, tuning: Tuning) {
    this.#client = client;
    this.#room = toBase64(room);
    this.#tuning = tuning;
  }

  /** Stores a file, or of one that was begun before what is missing, unless the relay has it. `progress` is told of bytes. */
  async put(
    cid: string,
    bytes: Uint8Array,
    progress: (done: number) => void,
    signal: AbortSignal,
  ): Promise<Result<undefined, Refusal>> {
    // The relay is asked at first, and after anything that went wrong.
    let has: Has | null = null;
    let isRepeated = false;
    while (has !== 'all') {
      const sent = await this.#persistently(signal, async (): Promise<Result<Has, Refusal>> => {
        if (has === null) {
          const asked = await this.#ask(cid, { method: 'HEAD' }, signal);
          if (!asked.ok && asked.error.status !== 404) return asked;
          const told = asked.ok ? hasOf(asked.value, bytes) : ok(0);
          if (!told.ok) return told;
          has = told.value;
        }
        const from: Has = has;
        has = null;
        return from === 'all' ? ok(from) : this.#send(cid, bytes, from, progress, signal);
      });
      if (sent.ok) has = sent.value;
      // What the relay had kept of it may have been damaged, and is deleted now: all of it once more.
      else if (sent.error.word === 'wrong-hash' && !isRepeated) isRepeated = true;
      else return sent;
    }
    progress(bytes.length);
    return ok(undefined);
  }

  /** Fetches a file and compares it with its hash. */
  async get(cid: string, progress: (done: number) => void, signal: AbortSignal): Promise<Result<Uint8Array, Refusal>> {
    const parts = this.#begun.get(cid) ?? [];
    this.#begun.delete(cid);
    this.#begun.set(cid, parts);
    for (const [oldest] of [...this.#begun].slice(0, -mostBegun)) this.#begun.delete(oldest);
    const fetched = await this.#persistently(signal, () => this.#fetch(cid, parts, progress, signal));
    if (!fetched.ok && fetched.error.word !== 'untrue') return fetched;
    this.#begun.delete(cid);
    if (!fetched.ok) return fetched;
    const whole = joined(parts);
    return createHash('sha256').update(whole).digest('hex') === cid ? ok(whole) : err(untrue);
  }

  /** Lets go of what came of a file that nobody waits for any more. */
  forget(cid: string): void {
    this.#begun.delete(cid);
  }

  /** Sends the next part, and gives what the relay has then. */
  async #send(
    cid: string,
    bytes: Uint8Array,
    from: number,
    progress: (done: number) => void,
    signal: AbortSignal,
  ): Promise<Result<Has, Refusal>> {
    const part = bytes.subarray(from, from + sentAtOnce);
    const span = part.length === 0 ? '*' : `${from}-${from + part.length - 1}`;
    const body = bodyOf(part, (done) => progress(from + done));
    const range = { 'content-range': `bytes ${span}/${bytes.length}` };
    const put = await this.#ask(cid, { method: 'PUT', ...body }, signal, range);
    if (!put.ok) return put;
    const has = hasOf(put.value, bytes);
    // One that takes nothing would be asked for ever.
    return has.ok && has.value !== 'all' && has.value <= from ? err(untrue) : has;
  }

  /** Adds what comes to `parts`. */
  async #fetch(
    cid: string,
    parts: Uint8Array[],
    progress: (done: number) => void,
    signal: AbortSignal,
  ): Promise<Result<undefined, Refusal>> {
    let done = parts.reduce((sum, { length }) => sum + length, 0);
    const answer = await this.#ask(cid, {}, signal, done === 0 ? {} : { range: `bytes=${done}-` });
    // Everything had come before the connection broke.
    if (!answer.ok) return answer.error.status === 416 && done > 0 ? ok(undefined) : answer;
    if (done > 0 && answer.value.status !== 206) {
      parts.length = 0;
      done = 0;
    }
    const length = Number(answer.value.headers.get('content-length') ?? Number.NaN);
    const whole = done + length;
    try {
      for await (const part of answer.value.body ?? []) {
        parts.push(part);
        done += part.length;
        if (done > limits.file) return err(untrue);
        progress(done);
      }
    } catch {
      return err(signal.aborted ? givenUp : unreachable);
    }
    return Number.isNaN(whole) || done === whole ? ok(undefined) : err(unreachable);
  }

  /** Again after a while, as long as it is the network that fails. */
  async #persistently<T>(signal: AbortSignal, work: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
    for (let attempt = 1; ; attempt += 1) {
      const done = await work();
      if (signal.aborted) return err(givenUp);
      if (done.ok || attempt === attempts) return done;
      const { status, word } = done.error;
      if (status < 500 && status !== tooFast && word !== 'unreachable' && word !== 'wrong-offset') return done;
      await pause(Math.max(status === tooFast ? notSoFast : 0, backoff(attempt, this.#tuning)), signal);
    }
  }

  #ask(
    cid: string,
    init: RequestInit,
    signal: AbortSignal,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Result<Response, Refusal>> {
    const headers = { ...this.#client.authorization(), ...more };
    return this.#client.ask(`/v1/blobs/${this.#room}/${cid}`, { ...init, headers }, signal);
  }
}

/** Bytes of a file that a relay has from its beginning; it has 'all' once it has compared them with the hash. */
type Has = number | 'all';

/** What an answer to HEAD or PUT says of that. */
function hasOf({ status, headers }: Response, bytes: Uint8Array): Result<Has, Refusal> {
  if (status !== 204) return ok('all');
  const offset = Number(headers.get('upload-offset') ?? Number.NaN);
  return Number.isSafeInteger(offset) && offset >= 0 && offset <= bytes.length ? ok(offset) : err(untrue);
}

/** The parts as one, copied once: a file is large. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A body that says how much of it is on its way. */
function bodyOf(bytes: Uint8Array, progress: (done: number) => void): RequestInit {
  let done = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = bytes.subarray(done, done + portion);
      if (part.length === 0) return controller.close();
      progress(done);
      done += part.length;
      controller.enqueue(part);
    },
  });
  return { body, duplex: 'half' };
}
