import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { readOptions } from '../../relay/options.ts';
import { startRelay, type Relay } from '../../relay/relay.ts';
import type { SyncCrypto } from '../../shared/sync/crypto/crypto.ts';
import { aNotebook as notebook, TestApp, value } from './testing.suite.ts';

export const until = (holds: () => boolean): Promise<boolean> => vi.waitUntil(holds, { timeout: 15_000 });
export const eventually = (assertion: () => Promise<void>): Promise<void> => vi.waitFor(assertion, { timeout: 15_000 });

/** A relay, and the apps of people who share a notebook through it. */
export class Sharing {
  relay: Relay;
  readonly #crypto: SyncCrypto;
  readonly #folder: string;
  readonly #apps: TestApp[] = [];

  private constructor(crypto: SyncCrypto, folder: string, relay: Relay) {
    this.#crypto = crypto;
    this.#folder = folder;
    this.relay = relay;
  }

  static async start(crypto: SyncCrypto): Promise<Sharing> {
    const folder = mkdtempSync(join(tmpdir(), 'backstory-sync-'));
    return new Sharing(crypto, folder, await aRelay(folder));
  }

  /** Starts the relay again, where it was. */
  async restart(): Promise<void> {
    this.relay = await aRelay(this.#folder, Number(new URL(this.relay.url).port));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#apps.map((app) => app.stop()));
    await this.relay.stop();
    rmSync(this.#folder, { recursive: true });
  }

  app(name: string): TestApp {
    const made = new TestApp(this.#crypto, join(this.#folder, name));
    this.#apps.push(made);
    return made;
  }

  /** Mara's notebook, shared. */
  async shared(): Promise<TestApp> {
    const mara = this.app('mara');
    await mara.begin();
    const { url } = this.relay;
    value(await mara.sync['sync.share']({ notebook, relay: url, title: 'Bridge', name: 'Mara', device: 'laptop' }));
    await mara.connect();
    await until(() => mara.events('sync.status').some(({ status }) => status.reached !== 'here'));
    return mara;
  }

  /** The link of an invitation. */
  async invited(by: TestApp, role: 'viewer' | 'editor' | 'admin' = 'editor'): Promise<string> {
    return value(await by.sync['sync.invite']({ notebook, role, title: 'Bridge' })).link;
  }

  /** Somebody who joins by a link, takes the notebook and opens it. */
  async joined(link: string, name: string): Promise<TestApp> {
    const who = this.app(name);
    value(await who.sync['sync.join']({ link, name, device: `${name}’s` }));
    await who.open();
    for (const { doc, update } of value(await who.sync['sync.take']({ notebook }))) await who.put(doc, update);
    await who.connect();
    return who;
  }
}

function aRelay(folder: string, port = 0): Promise<Relay> {
  const options = readOptions(['--port', String(port), '--data', join(folder, 'relay')], {});
  if (options === 'help') throw new Error('no options');
  return startRelay(options, () => undefined);
}
