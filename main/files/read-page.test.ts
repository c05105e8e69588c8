import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maxPageBytes } from '../../shared/bridge/index.ts';
import { readPage } from './read-page.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backstory-read-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A file of this size that takes no room on the disk. */
async function hollow(name: string, size: number): Promise<string> {
  const path = join(folder, name);
  const file = await open(path, 'w');
  await file.truncate(size);
  await file.close();
  return path;
}

describe('readPage', () => {
  it('gives a file its bare name and its bytes', async () => {
    const path = join(folder, 'page.txt');
    await writeFile(path, 'Überblick');
    const read = await readPage(path);
    expect(read.ok && read.value.name).toBe('page.txt');
    expect(read.ok && new TextDecoder().decode(read.value.bytes)).toBe('Überblick');
  });

  it('takes a page of exactly the largest size and refuses one byte more', async () => {
    expect((await readPage(await hollow('full', maxPageBytes))).ok).toBe(true);
    const over = await readPage(await hollow('over', maxPageBytes + 1));
    expect(!over.ok && over.error.reason).toBe('too-large');
  });

  it('refuses 200 MB without reading them, and says how large the file is', async () => {
    const path = await hollow('huge.txt', 200 * 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    const read = await readPage(path);
    expect(!read.ok && read.error.message).toContain('200 MiB');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1024 * 1024);
  });

  it('says why a file cannot be read, without its folder', async () => {
    await mkdir(join(folder, 'sub'));
    for (const name of ['absent.txt', 'sub']) {
      const read = await readPage(join(folder, name));
      expect(!read.ok && read.error.reason).toBe('unreadable');
      expect(!read.ok && read.error.message).toContain(name);
      expect(!read.ok && read.error.message).not.toContain(folder);
    }
  });
});
