import { Redis } from '@hocuspocus/extension-redis';
import { OutgoingMessage } from '@hocuspocus/server';
import type { afterLoadDocumentPayload, Document } from '@hocuspocus/server';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { connectRedis, watchRedis } from './clients.ts';
import type { RedisClients } from './clients.ts';

export interface BetweenRelaysOptions {
  readonly url: string;
  /** Milliseconds between two resyncs. */
  readonly resync: number;
  readonly log: Log;
}

/** Milliseconds for which a generation waits to hear from other relays, or from Redis at all, before devices are let in. */
const patience = 2_000;

/** Connects to Redis. Throws `OptionError` where that fails. */
export async function betweenRelays(options: BetweenRelaysOptions): Promise<Redis> {
  return new BetweenRelays(await connectRedis(options.url), options);
}

/**
 * The engine's way between several relays: it carries what they admitted, and decides nothing. Redis does not say what was lost on the way, so the
 * relays ask each other regularly. Without Redis each goes on alone.
 */
class BetweenRelays extends Redis {
  readonly #clients: RedisClients;
  readonly #timer: NodeJS.Timeout;
  #isAsking = false;

  constructor(clients: RedisClients, { resync, log }: BetweenRelaysOptions) {
    // The engine asks for the one it speaks with first.
    const unused = [clients.speaking, clients.listening];
    super({ createClient: () => unused.shift() ?? clients.listening, prefix: 'backstory-relay' });
    this.#clients = clients;
    this.#timer = setInterval(() => void this.#resync(), resync).unref();
    watchRedis(clients, log, () => void this.#resync());
  }

  /** A generation that cannot be asked for now is asked for when Redis is back: what is stored is here. */
  override async afterLoadDocument(payload: afterLoadDocumentPayload): Promise<void> {
    await Promise.race([super.afterLoadDocument(payload), wait(patience, undefined, { ref: false })]);
  }

  /** Receipts store, not the engine: there is nothing to take turns at, and a lock would need Redis. */
  override onStoreDocument(): Promise<void> {
    return Promise.resolve();
  }

  override async onDestroy(): Promise<void> {
    clearInterval(this.#timer);
    const { speaking, listening } = this.#clients;
    for (const client of [speaking, listening]) client.removeAllListeners('close');
    // It says goodbye, which fails without Redis.
    await super.onDestroy().catch(() => undefined);
    for (const client of [speaking, listening]) client.disconnect();
  }

  /** Asks the other relays, for every generation that is open here, what they have besides. They ask back. */
  async #resync(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    // Answered when the subscriptions before it stand: an answer that comes earlier would not be heard.
    const heard = this.#clients.listening.ping().catch(() => undefined);
    await Promise.race([heard, wait(patience, undefined, { ref: false })]);
    // One after the other, which leaves time for devices.
    for (const document of this.instance.documents.values()) if (!(await this.#ask(document))) break;
    this.#isAsking = false;
  }

  /** Sends what Yjs calls the first step of a sync. False where nobody heard it: this relay itself does, if Redis works. */
  async #ask(document: Document): Promise<boolean> {
    const question = new OutgoingMessage(document.name).createSyncMessage().writeFirstSyncStepFor(document);
    const message = Buffer.concat([this.messagePrefix, question.toUint8Array()]);
    return (await this.#clients.speaking.publish(`${this.configuration.prefix}:${document.name}`, message)) > 0;
  }
}
