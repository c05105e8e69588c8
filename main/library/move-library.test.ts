import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkTarget, copyLibrary } from './move-library.ts';
import { unwatched } from './work.ts';

let folder = '';
let from = '';
let to = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backstory-move-'));
  from = join(folder, 'from');
  to = join(folder, 'to');
  await put('from/Canal 11111111/notebook.json', label('11111111-a'));
  await put('from/Canal 11111111/journal.sqlite', 'the journal');
  await put('from/Canal 11111111/captures/abc', 'a capture');
  await put('from/.list/library/notebook.json', label('library'));
  await put('from/.list/library/journal.sqlite', 'the list');
  await put('from/notes.txt', 'the user’s own');
  await put('from/.backstory-lock', 'somebody');
  await put('from/.incoming/half.copy', 'half');
});
afterEach(() => rm(folder, { recursive: true }));

const label = (id: string): string => JSON.stringify({ format: 1, id, title: 'Canal', docs: [] });

async function put(path: string, content: string): Promise<void> {
  const whole = join(folder, path);
  await mkdir(join(whole, '..'), { recursive: true });
  await writeFile(whole, content);
}

async function contentOf(top: string): Promise<Readonly<Record<string, string>>> {
  const files = (await readdir(top, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path.slice(top.length + 1), await readFile(path, 'utf8')] as const)),
  );
}

const whole = {
  '.list/library/journal.sqlite': 'the list',
  '.list/library/notebook.json': label('library'),
  'Canal 11111111/captures/abc': 'a capture',
  'Canal 11111111/journal.sqlite': 'the journal',
  'Canal 11111111/notebook.json': label('11111111-a'),
  'notes.txt': 'the user’s own',
};

describe('another library folder', () => {
  it('gets everything but what is passing, and the old one stays', async () => {
    const before = await contentOf(from);
    const told: number[] = [];
    await copyLibrary(from, to, { ...unwatched, progress: (done, total) => told.push(done / total) });
    expect(await contentOf(to)).toEqual(whole);
    expect(await contentOf(from)).toEqual(before);
    expect(told.at(-1)).toBe(1);
  });

  it('keeps what it has: a library gets the notebooks it lacks, and loses none', async () => {
    await put('to/Renamed/notebook.json', label('11111111-a'));
    await put('to/Renamed/journal.sqlite', 'its own journal');
    await put('to/.list/library/notebook.json', label('library'));
    await put('from/Canal 22222222/notebook.json', label('22222222-b'));
    await put('to/Canal 22222222/notebook.json', label('33333333-c'));
    await copyLibrary(from, to, unwatched);
    expect(await contentOf(to)).toEqual({
      '.list/library/notebook.json': label('library'),
      'Canal 22222222 2/notebook.json': label('22222222-b'),
      'Canal 22222222/notebook.json': label('33333333-c'),
      'Renamed/journal.sqlite': 'its own journal',
      'Renamed/notebook.json': label('11111111-a'),
      'notes.txt': 'the user’s own',
    });
  });

  it('may be empty, or new, or locked by us, and nothing else that is no library', async () => {
    expect((await checkTarget(from, to)).size).toBe(0);
    await put('to/.DS_Store', '');
    await put('to/.backstory-lock', 'us');
    expect((await checkTarget(from, to)).size).toBe(0);
    await put('to/letter.txt', 'Dear all');
    await expect(checkTarget(from, to)).rejects.toThrow('holds other things');
  });

  it('lies apart from the old one', async () => {
    await expect(checkTarget(from, from)).rejects.toThrow('already');
    await expect(checkTarget(from, join(from, 'inside'))).rejects.toThrow('inside');
    await expect(checkTarget(join(from, 'inside'), from)).rejects.toThrow('inside');
  });

  it('is left as it was when the copying is stopped', async () => {
    const stop = new AbortController();
    const stopping = copyLibrary(from, to, { signal: stop.signal, progress: () => stop.abort() });
    await expect(stopping).rejects.toThrow('stopped');
    expect(await contentOf(to)).toEqual({});
  });
});
