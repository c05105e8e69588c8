import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { toBase64, toHex } from '../../shared/sync/base64.ts';
import type { SyncCrypto } from '../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../shared/sync/crypto/sodium.ts';
import { signedEntryBytes } from '../../shared/sync/acl/entry.ts';
import type { SealedFile } from '../../shared/sync/files.ts';
import { deviceOf, keysOf, TestAcl } from '../../shared/sync/testing/people.ts';
import type { Device } from '../../shared/sync/testing/people.ts';
import { signToken } from '../../shared/sync/token.ts';
import { readOptions } from '../options.ts';
import type { RelayOptions } from '../options.ts';
import { startRelay } from '../relay.ts';
import type { Relay } from '../relay.ts';
import { TestDevice } from './device.ts';

const stopped: Relay = { url: '', stop: () => Promise.resolve() };

/** A relay in this process with a folder and a clock of its own, and the devices of people who use it. */
export class RelayWorld {
  readonly crypto: SyncCrypto;
  readonly folder = mkdtempSync(join(tmpdir(), 'relay-'));
  /** What the relay logged. */
  readonly lines: string[] = [];
  readonly devices: TestDevice[] = [];
  relay: Relay = stopped;
  /** Milliseconds by which the clock of everybody is ahead. */
  ahead = 0;
  #stopped: number | null = null;

  private constructor(crypto: SyncCrypto) {
    this.crypto = crypto;
  }

  /** `changed`: options that are not the usual. */
  static async start(changed: Partial<RelayOptions> = {}): Promise<RelayWorld> {
    // The engine tells of every connection it closes; ours are closed on purpose.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const world = new RelayWorld(await loadCrypto());
    await world.restart(changed);
    return world;
  }

  async restart(changed: Partial<RelayOptions> = {}): Promise<void> {
    await this.stop();
    const read = readOptions(['--port', '0', '--data', this.folder, '--log-level', 'debug'], {});
    if (read === 'help') throw new Error('asked for help');
    this.relay = await startRelay({ ...read, ...changed }, (line) => this.lines.push(line), this.now);
  }

  async stop(): Promise<void> {
    const { relay } = this;
    this.relay = stopped;
    await relay.stop();
  }

  async end(): Promise<void> {
    for (const device of this.devices.splice(0)) device.stop();
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }

  readonly now = (): number => (this.#stopped ?? Date.now()) + this.ahead;

  /** Lets no time go by but what is added to `ahead`: for what may happen so often in a time, however slow the machine is. */
  stopClock(): void {
    this.#stopped = Date.now();
  }

  device(name: string): Device {
    return deviceOf(this.crypto, name);
  }

  /** A room of Mara (owner), Ilir (editor) and Noor (viewer), which the relay knows. */
  async team(): Promise<TestAcl> {
    const acl = new TestAcl(this.crypto, this.device('Mara'))
      .add({ type: 'add', device: keysOf(this.device('Ilir')), role: 'editor' })
      .add({ type: 'add', device: keysOf(this.device('Noor')), role: 'viewer' });
    const statuses = await this.publish(acl);
    if (statuses.some((status) => status !== 200))
      throw new Error(`The relay does not take the room: ${statuses.join()}`);
    return acl;
  }

  aclAddress(acl: TestAcl): string {
    return `${this.relay.url}/v1/rooms/${toBase64(acl.room)}/acl`;
  }

  /** Brings the entries from one on, and gives the relay's answers. */
  async publish(acl: TestAcl, from = 0): Promise<readonly number[]> {
    const statuses: number[] = [];
    for (const entry of acl.log.slice(from)) {
      const body = new Uint8Array(signedEntryBytes(entry));
      statuses.push((await fetch(this.aclAddress(acl), { method: 'POST', body })).status);
    }
    return statuses;
  }

  connect(acl: TestAcl, name: string, generation = 0): TestDevice {
    const connected = new TestDevice(this.crypto, this.relay.url, acl, this.device(name), generation, this.now);
    this.devices.push(connected);
    return connected;
  }

  token(acl: TestAcl, name: string): string {
    const claims = { room: acl.room, relay: this.relay.url, head: acl.state.head, issuedAt: this.now() };
    return signToken(this.crypto, claims, this.device(name).sign);
  }

  /** Headers of a request as somebody. */
  as(acl: TestAcl, name: string): { readonly authorization: string } {
    return { authorization: `Bearer ${this.token(acl, name)}` };
  }

  fileAddress(acl: TestAcl, cid: Uint8Array): string {
    return `${this.relay.url}/v1/blobs/${toBase64(acl.room)}/${toHex(cid)}`;
  }

  async putFile(acl: TestAcl, name: string, { cid, bytes }: SealedFile): Promise<number> {
    const request = { method: 'PUT', headers: this.as(acl, name), body: new Uint8Array(bytes) };
    return (await fetch(this.fileAddress(acl, cid), request)).status;
  }

  async hasFile(acl: TestAcl, { cid }: SealedFile): Promise<boolean> {
    return (await fetch(this.fileAddress(acl, cid), { method: 'HEAD', headers: this.as(acl, 'Mara') })).status === 200;
  }

  async generations(acl: TestAcl): Promise<unknown> {
    const response = await fetch(`${this.relay.url}/v1/rooms/${toBase64(acl.room)}`, { headers: this.as(acl, 'Mara') });
    // The relay's own answer; a test compares it.
    return ((await response.json()) as { readonly generations?: unknown }).generations;
  }

  async metric(name: string): Promise<number> {
    const text = await (await fetch(`${this.relay.url}/metrics`)).text();
    return Number(new RegExp(`^backstory_relay_${name} (.+)$`, 'm').exec(text)?.[1]);
  }

  async health(): Promise<readonly [number, unknown]> {
    const response = await fetch(`${this.relay.url}/health`);
    return [response.status, await response.json()];
  }
}
