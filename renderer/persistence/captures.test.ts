// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createCaptureStore, sha256 } from './captures.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('captures', () => {
  it('names bytes by their SHA-256 and gives them back', async () => {
    const captures = createCaptureStore();
    const hash = await captures.put(bytes('abc'));
    expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await captures.has(hash)).toBe(true);
    expect(await createCaptureStore().get(hash)).toEqual({ ok: true, value: bytes('abc') });
  });

  it('says when a capture is not here, and when what is stored is not what was captured', async () => {
    const captures = createCaptureStore();
    expect(await captures.get(await sha256(bytes('never stored')))).toMatchObject({ error: { reason: 'missing' } });
    const hash = await captures.put(bytes('true words'));
    await overwrite(hash, bytes('false words'));
    expect(await captures.get(hash)).toMatchObject({ error: { reason: 'damaged' } });
    await captures.put(bytes('true words'));
    expect((await captures.get(hash)).ok).toBe(true);
  });
});

async function overwrite(hash: string, value: Uint8Array): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('backstory.captures');
    request.onsuccess = () => resolve(request.result);
  });
  await new Promise<void>((resolve) => {
    const transaction = db.transaction('captures', 'readwrite');
    transaction.objectStore('captures').put(value, hash);
    transaction.oncomplete = () => resolve();
  });
  db.close();
}
