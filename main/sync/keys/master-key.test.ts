import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Protection } from '../../library/encryption/system-keys.ts';
import { createMasterKey } from './master-key.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'backstory-keys-')), 'sync');
  path = join(folder, 'keys.json');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

/** A keychain that gives back what it closed, until it is emptied. */
function aKeychain() {
  let word = 'one';
  let available = true;
  const protection: Protection = {
    keychain: () => ({ available, why: available ? '' : 'There is none.' }),
    close: (text) => Buffer.from(`${word}:${text}`),
    open: (closed) => {
      const text = Buffer.from(closed).toString();
      if (!text.startsWith(`${word}:`)) throw new Error('not mine');
      return text.slice(word.length + 1);
    },
  };
  return { protection, empty: () => (word = 'two'), remove: () => (available = false) };
}

function without(): Protection {
  const { protection, remove } = aKeychain();
  remove();
  return protection;
}

const phrase = 'correct horse battery';

describe('the key of a device’s shared notebooks', () => {
  it('is none before the first time, and nothing is written', () => {
    const key = createMasterKey(folder, without());
    expect(key.state()).toEqual({ kind: 'none', by: null });
    expect(key.key()).toBeNull();
    expect(existsSync(folder)).toBe(false);
  });

  it('asks the system’s keychain nothing where it keeps nothing: that may wait for a person', async () => {
    const never = (): never => {
      throw new Error('It was asked');
    };
    const key = createMasterKey(folder, { keychain: never, close: never, open: never });
    expect([key.state().kind, key.key()]).toEqual(['none', null]);
    expect(await key.protect(phrase)).toMatchObject({ ok: true });
    const after = createMasterKey(folder, { keychain: never, close: never, open: never });
    expect([after.state().kind, after.key()]).toEqual(['locked', null]);
  });

  it('is kept behind a passphrase: locked after a restart, opened by it and by no other', async () => {
    const before = createMasterKey(folder, without());
    expect(await before.protect(phrase)).toMatchObject({ ok: true });
    expect(before.state()).toMatchObject({ kind: 'ready', by: 'passphrase' });
    const after = createMasterKey(folder, without());
    expect(after.state()).toMatchObject({ kind: 'locked', by: 'passphrase' });
    expect(after.missing().reason).toBe('locked');
    expect(await after.unlock('correct horse batteries')).toMatchObject({ ok: false, error: { reason: 'wrong' } });
    expect(after.key()).toBeNull();
    expect(await after.unlock(phrase)).toMatchObject({ ok: true });
    expect(after.key()).toEqual(before.key());
    expect(readFileSync(path, 'utf8')).not.toContain(Buffer.from(before.key() ?? []).toString('base64'));
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('is not kept by a keychain that protects nothing', async () => {
    const key = createMasterKey(folder, without());
    expect(await key.protect(null)).toMatchObject({ ok: false, error: { reason: 'failed' } });
    expect(existsSync(path)).toBe(false);
  });

  it('goes from the keychain behind a passphrase and back, and stays the same', async () => {
    const { protection } = aKeychain();
    const key = createMasterKey(folder, protection);
    await key.protect(null);
    const first = key.key();
    expect(createMasterKey(folder, protection).key()).toEqual(first);
    await key.protect(phrase);
    expect(createMasterKey(folder, protection).state()).toMatchObject({ kind: 'locked', by: 'passphrase' });
    await key.protect(null);
    expect(createMasterKey(folder, protection).key()).toEqual(first);
    expect(readdirSync(folder)).toEqual(['keys.json']);
  });

  it('that a keychain lost is said to be lost; a new one leaves the old file aside', async () => {
    const { protection, empty } = aKeychain();
    await createMasterKey(folder, protection).protect(null);
    empty();
    const after = createMasterKey(folder, protection);
    expect(after.state()).toMatchObject({ kind: 'locked', by: 'keychain' });
    expect(after.missing().message).toContain('keychain');
    expect(await after.unlock(phrase)).toMatchObject({ ok: false, error: { reason: 'locked' } });
    expect(await after.protect(phrase)).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('behind a passphrase is not replaced while it is locked', async () => {
    await createMasterKey(folder, without()).protect(phrase);
    const text = readFileSync(path, 'utf8');
    expect(await createMasterKey(folder, without()).protect('another passphrase')).toMatchObject({
      error: { reason: 'locked' },
    });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('in a file that was cut off anywhere is none, and the file is kept', async () => {
    await createMasterKey(folder, without()).protect(phrase);
    const whole = readFileSync(path, 'utf8').trimEnd();
    for (let end = 0; end < whole.length; end += 7) {
      writeFileSync(path, whole.slice(0, end));
      expect(createMasterKey(folder, without()).state().kind).toBe('none');
    }
    await createMasterKey(folder, without()).protect(phrase);
    expect(readdirSync(folder)).toHaveLength(2);
  });
});
