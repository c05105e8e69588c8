import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createJournals, type Journals } from '../../journal/engine/journals.ts';
import { openVault } from '../../journal/engine/seal.ts';
import { notebook } from '../../journal/engine/testing.suite.ts';
import type { JournalClient } from '../../journal/client.ts';
import { createConversionMethods } from './conversion-methods.ts';
import { fill, findWords, readAll } from './encryption.suite.ts';
import { createKeyring, type Keyring } from './keyring.ts';
import { createEncryptionServices } from './service.ts';
import { createSystemKeys, type Protection } from './system-keys.ts';

// Scrypt takes half a second each time, and longer on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const passphrase = 'a long walk along the quay';
let root = '';
let library = '';
/** What the system's keychain does; changed by a test as a person changes a keychain. */
let keychain: { key: Buffer; available: boolean };

const protection: Protection = {
  keychain: () => ({ available: keychain.available, why: keychain.available ? '' : 'There is none.' }),
  close(text) {
    const cipher = createCipheriv('aes-256-gcm', keychain.key, Buffer.alloc(12));
    const closed = Buffer.concat([cipher.update(text), cipher.final()]);
    return Buffer.concat([cipher.getAuthTag(), closed]);
  },
  open(closed) {
    const cipher = createDecipheriv('aes-256-gcm', keychain.key, Buffer.alloc(12));
    cipher.setAuthTag(closed.subarray(0, 16));
    return Buffer.concat([cipher.update(closed.subarray(16)), cipher.final()]).toString();
  },
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'backstory-keys-'));
  library = join(root, 'Library');
  keychain = { key: Buffer.alloc(32, 1), available: true };
});
afterEach(() => {
  for (const { journals } of apps.splice(0)) journals()?.end();
  rmSync(root, { recursive: true, force: true });
});

const apps: { journals: () => Journals | null }[] = [];

/** The app as it starts: main's services, and the journal's process as far as they use it. */
function startApp() {
  const systemKeys = createSystemKeys(join(root, 'library-keys.json'), protection);
  const keyring: Keyring = createKeyring(() => library, systemKeys);
  let journals: Journals | null = null;
  const engine = (): Journals => {
    const key = keyring.key();
    journals ??= createJournals(library, undefined, key === null ? null : openVault(key));
    return journals;
  };
  const journal: Pick<JournalClient, 'call' | 'stop'> = {
    stop() {
      journals?.end();
      journals = null;
      return Promise.resolve();
    },
    // Only these methods are called here.
    call: ((method: 'inner.convert' | 'inner.stopConverting', args: { towards: 'encrypted' | 'plain' }) => {
      const key = keyring.key();
      const vault = key === null ? null : openVault(key);
      return createConversionMethods(engine(), { path: library, vault, tell: () => undefined })[method](
        // Each method gets what was given for it.
        args as never,
      );
    }) as JournalClient['call'],
  };
  const forgotten: string[] = [];
  const services = createEncryptionServices({
    ...{ journal, folder: () => library, keyring, systemKeys },
    forgetCopies: () => Promise.resolve(void forgotten.push('copies')),
  });
  const app = { services, engine, forgotten, journals: () => journals, close: () => journal.stop() };
  apps.push(app);
  return app;
}

type App = ReturnType<typeof startApp>;
const stateOf = ({ services }: App) => services['encryption.state'](undefined);
const unlock = ({ services }: App, secret: string, by: 'passphrase' | 'recovery' = 'passphrase') =>
  services['encryption.unlock']({ by, secret });

/** Turns encryption on in a library with a notebook, and gives the recovery code. */
async function turnOn(app: App, how: { passphrase: string | null; keychain: boolean }): Promise<string> {
  await fill(app.engine(), library);
  const prepared = await app.services['encryption.prepare'](how);
  if (!prepared.ok) throw new Error(prepared.error.message);
  expect(existsSync(join(library, 'encryption.json'))).toBe(false);
  expect(await app.services['encryption.begin'](undefined)).toEqual({ ok: true, value: undefined });
  expect(await stateOf(app)).toEqual({ kind: 'unfinished', towards: 'encrypted', agreed: true });
  expect(await app.services['encryption.convert'](undefined)).toEqual({ ok: true, value: { left: [] } });
  return prepared.value.recoveryCode;
}

describe('a library with a passphrase', () => {
  it('is locked at the next start, opened by the passphrase, and by no other', async () => {
    const first = startApp();
    await turnOn(first, { passphrase, keychain: false });
    expect(await first.services['encryption.forgetCopies'](undefined)).toMatchObject({ ok: true });
    expect(first.forgotten).toEqual(['copies']);
    expect(await stateOf(first)).toEqual({ kind: 'open', passphrase: true, keychain: false });
    await first.close();
    expect(findWords(root)).toEqual([]);
    const app = startApp();
    expect(await stateOf(app)).toEqual({ kind: 'locked', passphrase: true, lost: false });
    for (const wrong of ['', 'A long walk along the quay', `${passphrase} `])
      expect(await unlock(app, wrong)).toMatchObject({ ok: false, error: { reason: 'wrong' } });
    expect(app.engine().tryHold()).toBe(true);
    expect(await unlock(app, passphrase.normalize('NFD'))).toEqual({ ok: true, value: undefined });
    expect(await stateOf(app)).toMatchObject({ kind: 'open' });
    expect((await readAll(app.engine(), library, notebook)).rows).toHaveLength(6);
  });

  it('is opened by the recovery code too, however it is typed, and by the new one alone after that was made', async () => {
    const first = startApp();
    const code = await turnOn(first, { passphrase, keychain: false });
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    await first.close();
    const app = startApp();
    expect(await unlock(app, `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`, 'recovery')).toMatchObject({
      error: { reason: 'wrong' },
    });
    expect(await unlock(app, code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'), 'recovery')).toMatchObject({
      ok: true,
    });
    const made = await app.services['encryption.newCode'](undefined);
    const next = made.ok ? made.value.recoveryCode : '';
    expect(await unlock(app, code, 'recovery')).toMatchObject({ error: { reason: 'wrong' } });
    expect(await unlock(app, next, 'recovery')).toMatchObject({ ok: true });
  });

  it('takes another passphrase from whoever knows the present one', async () => {
    const app = startApp();
    await turnOn(app, { passphrase, keychain: false });
    const changed = (current: string | null) =>
      app.services['encryption.changePassphrase']({ current, passphrase: 'nine wet umbrellas' });
    expect(await changed(null)).toMatchObject({ error: { reason: 'wrong' } });
    expect(await changed('something else entirely')).toMatchObject({ error: { reason: 'wrong' } });
    expect(await changed(passphrase)).toMatchObject({ ok: true });
    await app.close();
    const next = startApp();
    expect(await unlock(next, passphrase)).toMatchObject({ error: { reason: 'wrong' } });
    expect(await unlock(next, 'nine wet umbrellas')).toMatchObject({ ok: true });
  });
});

describe('a library whose key the keychain keeps', () => {
  it('opens without asking; after the keychain was changed the recovery code opens it, and it is kept again', async () => {
    const first = startApp();
    const code = await turnOn(first, { passphrase: null, keychain: true });
    await first.close();
    const kept = readFileSync(join(root, 'library-keys.json'), 'utf8');
    expect(await stateOf(startApp())).toEqual({ kind: 'open', passphrase: false, keychain: true });
    keychain.key = Buffer.alloc(32, 2);
    const app = startApp();
    expect(await stateOf(app)).toEqual({ kind: 'locked', passphrase: false, lost: true });
    expect(await unlock(app, code, 'recovery')).toMatchObject({ ok: true });
    expect(readFileSync(join(root, 'library-keys.json'), 'utf8')).not.toBe(kept);
    expect(await stateOf(startApp())).toEqual({ kind: 'open', passphrase: false, keychain: true });
    keychain.available = false;
    expect(await stateOf(startApp())).toMatchObject({ kind: 'locked', lost: true });
  });

  it('is not offered where the system protects nothing', async () => {
    keychain.available = false;
    const app = startApp();
    await fill(app.engine(), library);
    await app.services['encryption.prepare']({ passphrase: null, keychain: true });
    expect(await app.services['encryption.begin'](undefined)).toMatchObject({ error: { reason: 'failed' } });
    expect(existsSync(join(library, 'encryption.json'))).toBe(false);
    expect(existsSync(join(root, 'library-keys.json'))).toBe(false);
  });

  it('can be forgotten by it where there is a passphrase, and only there', async () => {
    const app = startApp();
    await turnOn(app, { passphrase: null, keychain: true });
    const forget = () => app.services['encryption.remember']({ keychain: false });
    expect(await forget()).toMatchObject({ ok: false });
    await app.services['encryption.changePassphrase']({ current: null, passphrase });
    expect(await forget()).toMatchObject({ ok: true });
    await app.close();
    expect(await stateOf(startApp())).toEqual({ kind: 'locked', passphrase: true, lost: false });
  });
});

describe('the key file', () => {
  it('says nothing that opens the library, and is restored from its copy', async () => {
    const first = startApp();
    const code = await turnOn(first, { passphrase, keychain: false });
    await first.close();
    const [one, two] = [join(library, 'encryption.json'), join(library, '.list', 'encryption.json')];
    const content = readFileSync(one, 'utf8');
    expect(readFileSync(two, 'utf8')).toBe(content);
    for (const secret of [passphrase, code, code.replaceAll('-', '')]) expect(content).not.toContain(secret);
    for (const [lost, other] of [
      [one, two],
      [two, one],
    ] as const) {
      writeFileSync(lost, content.slice(0, 200));
      const app = startApp();
      expect(await stateOf(app)).toMatchObject({ kind: 'locked' });
      expect(readFileSync(lost, 'utf8')).toBe(content.slice(0, 200));
      await unlock(app, passphrase);
      await stateOf(app);
      expect([readFileSync(lost, 'utf8'), readFileSync(other, 'utf8')]).toEqual([content, content]);
      await app.close();
    }
  });

  it('is missed in words when both are damaged, gone, or of a newer version, and nothing is overwritten', async () => {
    const first = startApp();
    await turnOn(first, { passphrase, keychain: false });
    await first.close();
    const places = [join(library, 'encryption.json'), join(library, '.list', 'encryption.json')];
    const content = readFileSync(places[0] ?? '', 'utf8');
    const trouble = async () => {
      const app = startApp();
      const state = await stateOf(app);
      await app.close();
      return state.kind === 'trouble' ? state.message : '';
    };
    for (const place of places) writeFileSync(place, '{}');
    expect(await trouble()).toContain('is damaged, and so is its copy');
    for (const place of places) writeFileSync(place, JSON.stringify({ format: 2 }));
    expect(await trouble()).toContain('newer version');
    for (const place of places) rmSync(place);
    expect(await trouble()).toContain('is missing');
    for (const place of places) expect(existsSync(place)).toBe(false);
    mkdirSync(join(library, '.list'), { recursive: true });
    writeFileSync(places[1] ?? '', content);
    const app = startApp();
    expect(await unlock(app, passphrase)).toMatchObject({ ok: true });
    expect(await stateOf(app)).toMatchObject({ kind: 'open' });
  });
});

describe('a library that another Backstory has open', () => {
  it('is not encrypted under its hands', async () => {
    const app = startApp();
    mkdirSync(library);
    writeFileSync(join(library, '.backstory-lock'), JSON.stringify({ pid: 7, host: 'desk-upstairs', started: 'x' }));
    await app.services['encryption.prepare']({ passphrase: null, keychain: true });
    expect(await app.services['encryption.begin'](undefined)).toMatchObject({ error: { reason: 'locked' } });
    expect(existsSync(join(library, 'encryption.json'))).toBe(false);
  });
});

describe('taking the encryption off', () => {
  it('gives a plain library, and forgets the key', async () => {
    const app = startApp();
    await turnOn(app, { passphrase, keychain: true });
    expect(await app.services['encryption.turnOff'](undefined)).toMatchObject({ ok: true });
    expect(await stateOf(app)).toEqual({ kind: 'unfinished', towards: 'plain', agreed: true });
    expect(await app.services['encryption.convert'](undefined)).toEqual({ ok: true, value: { left: [] } });
    expect(await stateOf(app)).toEqual({ kind: 'plain' });
    // There the copies are one of the two stores.
    expect(await app.services['encryption.forgetCopies'](undefined)).toMatchObject({ ok: false });
    expect(app.forgotten).toEqual([]);
    expect(readFileSync(join(root, 'library-keys.json'), 'utf8')).toContain('"keys": {}');
    expect((await readAll(app.engine(), library, notebook)).rows).toHaveLength(6);
  });

  it('is asked about again after a restart: a file that somebody changed takes nothing off', async () => {
    const first = startApp();
    await turnOn(first, { passphrase, keychain: false });
    await first.services['encryption.turnOff'](undefined);
    await first.close();
    const app = startApp();
    await unlock(app, passphrase);
    expect(await stateOf(app)).toEqual({ kind: 'unfinished', towards: 'plain', agreed: false });
    expect(await app.services['encryption.convert'](undefined)).toMatchObject({ ok: false });
    expect(await app.services['encryption.keep'](undefined)).toMatchObject({ ok: true });
    expect(await stateOf(app)).toMatchObject({ kind: 'open' });
    expect(findWords(library)).toEqual([]);
  });
});
