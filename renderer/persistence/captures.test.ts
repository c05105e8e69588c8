// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryCaptures } from '../bridge/memory-library.ts';
import type { MemoryCaptures } from '../bridge/memory-library.ts';
import { createCaptureStore } from './captures.ts';
import { createIndexedDbCaptures, sha256 } from './indexeddb-captures.ts';

const notebook = 'notebook';
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

let folder: MemoryCaptures;
beforeEach(() => {
  folder = createMemoryCaptures();
});
const open = (resting = false) => createCaptureStore({ bridge: { captures: folder.calls }, resting: () => resting });

describe('captures', () => {
  it('names bytes by their SHA-256, keeps them in both stores and gives them back', async () => {
    const captures = open();
    const hash = await captures.put(notebook, bytes('abc'));
    expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(folder.of(notebook).get(hash)).toEqual(bytes('abc'));
    expect(await createIndexedDbCaptures().get(hash)).toEqual({ ok: true, value: bytes('abc') });
    expect(await open().get(notebook, hash)).toEqual({ ok: true, value: bytes('abc') });
  });

  it('says when a capture is nowhere', async () => {
    const missing = await open().get(notebook, await sha256(bytes('never stored')));
    expect(missing).toMatchObject({ error: { reason: 'missing' } });
  });

  it('is not confirmed while the folder has not got it', async () => {
    folder.refuse({ reason: 'read-only', message: 'It may not be written.' });
    await expect(open().put(notebook, bytes('refused'))).rejects.toThrow('It may not be written.');
  });

  it('mends a damaged or lost IndexedDB out of the folder', async () => {
    const captures = open();
    const hash = await captures.put(notebook, bytes('true words'));
    await overwrite(hash, bytes('false words'));
    expect(await captures.get(notebook, hash)).toEqual({ ok: true, value: bytes('true words') });
    expect(await createIndexedDbCaptures().get(hash)).toMatchObject({ ok: true });
    await overwrite(hash, null);
    expect(await captures.get(notebook, hash)).toMatchObject({ ok: true });
    expect(await createIndexedDbCaptures().get(hash)).toMatchObject({ ok: true });
  });

  it('mends a folder without the capture, or with a damaged one, out of IndexedDB', async () => {
    const hash = await open().put(notebook, bytes('kept twice'));
    folder.of(notebook).delete(hash);
    expect(await open().complete(notebook, [hash])).toEqual([]);
    expect(folder.of(notebook).get(hash)).toEqual(bytes('kept twice'));
    folder.of(notebook).set(hash, bytes('damaged'));
    expect(await open().complete(notebook, [hash], { compare: true })).toEqual([]);
    expect(folder.of(notebook).get(hash)).toEqual(bytes('kept twice'));
  });

  it('leaves IndexedDB alone while the disk is nearly full', async () => {
    const hash = await open(true).put(notebook, bytes('on a full disk'));
    expect(folder.of(notebook).get(hash)).toEqual(bytes('on a full disk'));
    expect(await createIndexedDbCaptures().get(hash)).toMatchObject({ error: { reason: 'missing' } });
  });

  it('says which captures nobody has, and when both are damaged', async () => {
    const lost = await sha256(bytes('lost'));
    expect(await open().complete(notebook, [lost])).toEqual([lost]);
    const hash = await open().put(notebook, bytes('twice damaged'));
    folder.of(notebook).set(hash, bytes('x'));
    await overwrite(hash, bytes('y'));
    expect(await open().get(notebook, hash)).toMatchObject({ error: { reason: 'damaged' } });
  });
});

describe('captures of a shared notebook', () => {
  const shared = () =>
    createCaptureStore({ bridge: { captures: folder.calls }, isShared: () => Promise.resolve(true) });

  it('are not taken from another notebook because somebody names them: only the person brings them', async () => {
    const hash = await open().put('another', bytes('known to this computer'));
    expect(await shared().complete(notebook, [hash])).toEqual([hash]);
    expect((await shared().get(notebook, hash)).ok).toBe(true);
    expect(folder.of(notebook).has(hash)).toBe(false);
    expect(folder.elsewhere).toEqual([false, false]);
    expect(await shared().complete(notebook, [hash], { brought: true })).toEqual([]);
    expect(folder.of(notebook).has(hash)).toBe(true);
    expect(folder.elsewhere).toEqual([false, false, true]);
  });
});

async function overwrite(hash: string, value: Uint8Array | null): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('backstory.captures');
    request.onsuccess = () => resolve(request.result);
  });
  await new Promise<void>((resolve) => {
    const transaction = db.transaction('captures', 'readwrite');
    const store = transaction.objectStore('captures');
    if (value === null) store.delete(hash);
    else store.put(value, hash);
    transaction.oncomplete = () => resolve();
  });
  db.close();
}
