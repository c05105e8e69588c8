import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { toBase64 } from '../shared/sync/base64.ts';
import { loadCrypto } from '../shared/sync/crypto/sodium.ts';
import type { SyncCrypto } from '../shared/sync/crypto/crypto.ts';
import { signedEntryBytes } from '../shared/sync/acl/entry.ts';
import { deviceOf, keysOf, notebookKeyOf, TestAcl } from '../shared/sync/testing/people.ts';
import { storageSuite } from './storage/acceptance.suite.ts';
import { openPostgresStorage } from './storage/postgres.ts';
import { startDeafProxy } from './testing/deaf-proxy.ts';
import { TestDevice } from './testing/device.ts';
import { freePort, missingServers, said, startPostgres, startRedis } from './testing/servers.ts';
import type { TestServer } from './testing/servers.ts';

const missing = missingServers();
if (missing !== null) console.warn(`Skipped: two relays over PostgreSQL and Redis (${missing})`);

describe.skipIf(missing !== null)('with PostgreSQL and Redis', () => {
  let postgres: TestServer;
  let redis: TestServer;
  let crypto: SyncCrypto;
  const nodes: ChildProcess[] = [];
  const devices: TestDevice[] = [];
  beforeAll(async () => {
    [crypto, postgres, redis] = await Promise.all([loadCrypto(), startPostgres(), startRedis()]);
  }, 120_000);
  afterAll(async () => {
    for (const device of devices) device.stop();
    for (const node of nodes) node.kill('SIGKILL');
    await Promise.all([postgres.stop(), redis.stop()]);
  });

  const onIdleError = (error: Error): void => {
    throw error;
  };
  storageSuite('PostgreSQL', () => openPostgresStorage(postgres.url, onIdleError));

  it('what one relay does alone, another leaves to it', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => openPostgresStorage(postgres.url, onIdleError)));
    if (one === undefined || two === undefined) throw new Error('not opened');
    let done = 0;
    const work = () => {
      done += 1;
      return Promise.resolve();
    };
    const first = one.alone(async () => expect(await two.alone(work)).toBe(false));
    expect([await first, await two.alone(work), done]).toEqual([true, true, 1]);
    await Promise.all([one.close(), two.close()]);
  });

  it('a relay that lost its ear hears again, and that it may have missed something', async () => {
    const lost: Error[] = [];
    const [hearing, other] = await Promise.all(
      [(error: Error) => void lost.push(error), onIdleError].map((told) => openPostgresStorage(postgres.url, told)),
    );
    if (hearing === undefined || other === undefined) throw new Error('not opened');
    const heard: (string | null)[] = [];
    hearing.watch((room) => heard.push(room));
    let entries = 0;
    const tell = () => other.appendAcl('told', entries++, Uint8Array.of(1));
    await expect.poll(async () => (await tell()) && heard.includes('told')).toBe(true);
    const database = new pg.Client({ connectionString: postgres.url });
    await database.connect();
    await database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'");
    await database.end();
    await expect.poll(() => heard, { timeout: 10_000 }).toContain(null);
    expect(lost.length).toBeGreaterThan(0);
    const before = heard.length;
    await expect.poll(async () => (await tell()) && heard.length > before).toBe(true);
    await Promise.all([hearing.close(), other.close()]);
  });

  interface Node {
    readonly child: ChildProcess;
    readonly url: string;
    /** The events it logged so far. */
    readonly events: () => readonly string[];
  }

  async function startNode(...more: readonly string[]): Promise<Node> {
    const child = spawn(process.execPath, [
      'relay/index.ts',
      ...['--port', '0', '--postgres', postgres.url, '--redis', redis.url, '--log-level', 'info'],
      ...more,
    ]);
    nodes.push(child);
    let log = '';
    child.stderr.on('data', (data: Buffer) => (log += data.toString()));
    const text = await said(child, /Relay at \S+/);
    const events = () => [...log.matchAll(/"event":"([^"]+)"/g)].map(([, event = '']) => event);
    return { child, url: /Relay at (\S+)/.exec(text)?.[1] ?? '', events };
  }

  /** Asks a relay to stop, and gives its exit code. */
  async function stopNode({ child }: Node): Promise<number | null> {
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    return exit;
  }

  const mara = () => deviceOf(crypto, 'Mara');
  const ilir = () => deviceOf(crypto, 'Ilir');

  async function publish(at: string, acl: TestAcl, from = 0): Promise<void> {
    for (const entry of acl.log.slice(from))
      await fetch(`${at}/v1/rooms/${toBase64(acl.room)}/acl`, {
        method: 'POST',
        body: new Uint8Array(signedEntryBytes(entry)),
      });
  }

  /** A room of Mara and Ilir, of its own by its name. */
  async function startRoom(at: string, name: string): Promise<TestAcl> {
    const acl = new TestAcl(crypto, mara(), name).add({ type: 'add', device: keysOf(ilir()), role: 'editor' });
    await publish(at, acl);
    return acl;
  }

  function connect(at: string, acl: TestAcl, who = mara()): TestDevice {
    const device = new TestDevice(crypto, at, acl, who);
    devices.push(device);
    return device;
  }

  it('two relays carry one room, and one that is killed while writing loses nothing that was receipted', async () => {
    const [one, two] = await Promise.all([startNode(), startNode()]);
    const acl = await startRoom(one.url, 'killed');
    const [here, there] = [connect(one.url, acl), connect(two.url, acl, ilir())];
    here.text.insert(0, 'first ');
    await expect.poll(() => there.text.toJSON()).toBe('first ');
    there.text.insert(6, 'second ');
    await expect.poll(() => here.text.toJSON()).toBe('first second ');
    await expect.poll(() => here.isDurable() && there.isDurable()).toBe(true);
    here.text.insert(0, 'in flight ');
    one.child.kill('SIGKILL');
    const again = connect(two.url, acl);
    await expect.poll(() => again.text.toJSON()).toContain('first second ');
    expect(there.text.toJSON()).toContain('first second ');

    // And a removal at one is known at the other.
    const three = await startNode();
    const late = connect(three.url, acl, ilir());
    await expect.poll(() => late.text.toJSON()).toContain('first second ');
    const known = acl.log.length;
    acl.remove(ilir(), notebookKeyOf(crypto, 1));
    await publish(two.url, acl, known);
    await expect.poll(() => late.closed.length > 0 || late.refused !== null).toBe(true);
  }, 120_000);

  it('what Redis lost between two relays is there after the next resync, though nobody writes again', async () => {
    const proxy = await startDeafProxy(redis.url);
    onTestFinished(proxy.stop);
    const [one, two] = await Promise.all([
      startNode('--resync', '1'),
      startNode('--resync', '1', '--redis', proxy.url),
    ]);
    const acl = await startRoom(one.url, 'lost');
    const [here, there] = [connect(one.url, acl), connect(two.url, acl, ilir())];
    here.text.insert(0, 'heard ');
    await expect.poll(() => there.text.toJSON()).toBe('heard ');
    await expect.poll(() => here.isDurable()).toBe(true);
    proxy.isDeaf = true;
    const before = proxy.lost;
    here.text.insert(0, 'lost ');
    await expect.poll(() => here.isDurable()).toBe(true);
    // The question that the edit brought along, and the receipt.
    await expect.poll(() => proxy.lost - before).toBeGreaterThan(1);
    expect(there.text.toJSON()).toBe('heard ');
    proxy.isDeaf = false;
    await expect.poll(() => there.text.toJSON()).toBe('lost heard ');
    expect(await Promise.all([one, two].map(stopNode))).toEqual([0, 0]);
  }, 120_000);

  it('Redis ends and comes back: relays go on alone, say so once, and then have what the others were brought', async () => {
    let own = await startRedis();
    onTestFinished(() => own.stop());
    const options = ['--redis', own.url, '--resync', '3600'];
    const [one, two] = await Promise.all([startNode(...options), startNode(...options)]);
    const acl = await startRoom(one.url, 'alone');
    const [here, there] = [connect(one.url, acl), connect(two.url, acl, ilir())];
    here.text.insert(0, 'before ');
    await expect.poll(() => there.text.toJSON()).toBe('before ');
    await own.stop();
    for (const node of [one, two]) await expect.poll(node.events).toContain('redis-lost');
    here.text.insert(0, 'alone ');
    await expect.poll(() => here.isDurable()).toBe(true);
    // A room that is opened only now is let in, and is known to the others later.
    const other = await startRoom(one.url, 'opened alone');
    const [left, right] = [connect(one.url, other), connect(two.url, other, ilir())];
    await expect.poll(() => left.provider.isSynced && right.provider.isSynced).toBe(true);
    left.text.insert(0, 'new ');
    await expect.poll(() => left.isDurable()).toBe(true);
    expect([there.text.toJSON(), right.text.toJSON()]).toEqual(['before ', '']);
    own = await startRedis(Number(new URL(own.url).port));
    await expect.poll(() => there.text.toJSON()).toBe('alone before ');
    await expect.poll(() => right.text.toJSON()).toBe('new ');
    for (const node of [one, two]) await expect.poll(node.events).toContain('redis-back');
    there.text.insert(0, 'again ');
    await expect.poll(() => here.text.toJSON()).toBe('again alone before ');
    const told = (node: Node) => node.events().filter((event) => event.startsWith('redis'));
    expect([told(one), told(two)]).toEqual(Array(2).fill(['redis-lost', 'redis-back']));
    expect(await stopNode(one)).toBe(0);
    await own.stop();
    // And one that is asked to stop without Redis does so.
    expect(await stopNode(two)).toBe(0);
  }, 120_000);

  it('a relay that finds no Redis says so and ends', async () => {
    const child = spawn(process.execPath, [
      'relay/index.ts',
      ...['--port', '0', '--postgres', postgres.url, '--redis', `redis://127.0.0.1:${await freePort()}`],
    ]);
    nodes.push(child);
    await expect(said(child, /Relay at/)).rejects.toThrow(/^--redis: connect ECONNREFUSED/);
    expect(child.exitCode).toBe(1);
  }, 120_000);
});
