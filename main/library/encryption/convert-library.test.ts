import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ownProgram } from '../../journal/engine/child.suite.ts';
import { finishConversions } from '../../journal/engine/finish-conversions.ts';
import { createJournals } from '../../journal/engine/journals.ts';
import { removeKeyFile } from '../../journal/engine/key-file.ts';
import { notebook } from '../../journal/engine/testing.suite.ts';
import { unwatched } from '../work.ts';
import { convertLibrary } from './convert-library.ts';
import { toConvert } from './format-of.ts';
import { encrypt, fill, findWords, readAll, testVault, unlocked, words } from './encryption.suite.ts';

// Dozens of programs are started, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

const program = ownProgram(new URL('converter.suite.ts', import.meta.url));
const second = 'b1b2c3d4-0000-4000-8000-000000000002';
const ids = [notebook, second, 'library'];

let path = '';
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'backstory-convert-'));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

/** A plain library with two notebooks and the list of them. */
async function plainLibrary(): Promise<void> {
  const journals = createJournals(path);
  await fill(journals, path, { rows: 40 });
  await fill(journals, path, { id: second });
  await fill(journals, path, { id: 'library', title: '' });
  journals.end();
}

async function contents(journals = unlocked(path)) {
  const found = [];
  for (const id of ids) found.push(await readAll(journals, path, id));
  journals.end();
  return found;
}

/** Ends the program by force after so many milliseconds; whether it had ended by itself before, and what it said. */
async function killAfter(towards: string, milliseconds: number): Promise<boolean> {
  const child = program.start(path, towards);
  let ended = false;
  child.on('message', (message) => {
    if (typeof message === 'object' && 'left' in message) {
      expect(message.left).toEqual([]);
      ended = true;
    }
  });
  const gone = once(child, 'exit');
  await once(child, 'message');
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await gone;
  clearTimeout(timer);
  return ended;
}

describe('encrypting a library', () => {
  it('keeps everything, leaves no word of it, and its way back gives the same again', async () => {
    await plainLibrary();
    const before = await contents(createJournals(path));
    const names = readdirSync(path).sort();
    encrypt(path);
    expect(await convertLibrary(path, testVault, 'encrypted', unwatched)).toEqual([]);
    expect(findWords(path)).toEqual([]);
    expect(toConvert(path, 'encrypted')).toEqual([]);
    expect(await contents()).toEqual(before);
    expect(await convertLibrary(path, testVault, 'plain', unwatched)).toEqual([]);
    removeKeyFile(path);
    expect(await contents(createJournals(path))).toEqual(before);
    expect(readdirSync(path).sort()).toEqual(names);
  });

  it.each(['encrypted', 'plain'] as const)('goes on after kills at any moment (towards %s)', async (towards) => {
    await plainLibrary();
    const before = await contents(createJournals(path));
    encrypt(path);
    if (towards === 'plain') await convertLibrary(path, testVault, 'encrypted', unwatched);
    let kills = 0;
    // Each is given a little longer than the one before, so that every step is met.
    for (let time = 0; !(await killAfter(towards, time)); time = time * 1.1 + 6) kills += 1;
    expect(kills).toBeGreaterThan(5);
    if (towards === 'encrypted') expect(findWords(path)).toEqual([]);
    else removeKeyFile(path);
    const found = await contents(towards === 'plain' ? createJournals(path) : unlocked(path));
    expect(found).toEqual(before);
  });

  it('exchanges a folder whole, whichever of its steps was the last', async () => {
    const [old, made] = [join(path, 'Old name'), join(path, '.converting', '0.part')];
    const work = (end: string) => join(path, '.converting', `0.${end}`);
    const begin = () => {
      rmSync(path, { recursive: true, force: true });
      mkdirSync(old, { recursive: true });
      writeFileSync(join(old, 'is'), 'old');
      mkdirSync(made, { recursive: true });
      writeFileSync(join(made, 'is'), 'new');
    };
    const steps: readonly (() => void)[] = [
      () => writeFileSync(work('json'), JSON.stringify({ from: 'Old name', to: 'id' })),
      () => renameSync(work('part'), work('whole')),
      () => renameSync(old, work('old')),
      () => renameSync(work('whole'), join(path, 'id')),
      () => rmSync(work('old'), { recursive: true }),
      () => rmSync(work('json')),
    ];
    for (let last = 0; last <= steps.length; last += 1) {
      begin();
      for (const step of steps.slice(0, last)) step();
      finishConversions(path);
      finishConversions(path);
      const left = readdirSync(path);
      expect(left).toEqual(last < 2 ? ['Old name'] : ['id']);
      expect(readFileSync(join(path, left[0] ?? '', 'is'), 'utf8')).toBe(last < 2 ? 'old' : 'new');
    }
  });

  it('takes along what is damaged, and files that are not Backstory’s', async () => {
    await plainLibrary();
    const [name = ''] = readdirSync(path).filter((one) => one.endsWith(notebook.slice(0, 8)));
    const inside = (folder: string, ...names: string[]) => join(path, folder, ...names);
    writeFileSync(inside(name, 'mine.txt'), 'my own file');
    mkdirSync(inside(name, 'Pictures'));
    writeFileSync(inside(name, 'Pictures', 'a.png'), 'picture');
    writeFileSync(inside(name, 'journal.damaged-2021.sqlite'), `old ${words.text}`);
    const [backup = ''] = readdirSync(inside(name, 'snapshots'));
    writeFileSync(inside(name, 'snapshots', backup), `damaged ${words.text}`);
    const journal = readFileSync(inside(name, 'journal.sqlite'));
    journal.fill(0, 0, 100);
    writeFileSync(inside(name, 'journal.sqlite'), journal);
    encrypt(path);
    expect(await convertLibrary(path, testVault, 'encrypted', unwatched)).toEqual([]);
    expect(findWords(path)).toEqual([]);
    expect(readFileSync(inside(notebook, 'mine.txt'), 'utf8')).toBe('my own file');
    writeFileSync(inside(notebook, 'journal.damaged-2022.sqlite'), 'damaged when it was sealed');
    expect(readFileSync(inside(notebook, 'Pictures', 'a.png'), 'utf8')).toBe('picture');
    await convertLibrary(path, testVault, 'plain', unwatched);
    expect(readFileSync(inside(name, 'journal.damaged-2021.sqlite'), 'utf8')).toBe(`old ${words.text}`);
    expect(readFileSync(inside(name, 'journal.damaged-2022.sqlite'), 'utf8')).toBe('damaged when it was sealed');
    expect(readFileSync(inside(name, 'snapshots', backup), 'utf8')).toBe(`damaged ${words.text}`);
    removeKeyFile(path);
    const journals = createJournals(path);
    expect((await journals.methods['journal.open']({ notebook, title: '', create: false })).ok).toBe(true);
    journals.end();
  });

  it('does not stop at a notebook that a newer program wrote, or that lies elsewhere, and says which', async () => {
    await plainLibrary();
    const folder = readdirSync(path).find((one) => one.endsWith(second.slice(0, 8))) ?? '';
    const elsewhere = `${path}-elsewhere`;
    renameSync(join(path, folder), elsewhere);
    symlinkSync(elsewhere, join(path, folder));
    encrypt(path);
    const left = await convertLibrary(path, testVault, 'encrypted', unwatched);
    expect(left).toMatchObject([{ title: words.title }]);
    expect(left[0]?.message).toContain('a link to another place');
    expect(existsSync(join(elsewhere, 'journal.sqlite'))).toBe(true);
    rmSync(elsewhere, { recursive: true });
  });

  it('converts every folder of a notebook that was copied by hand', async () => {
    await plainLibrary();
    const folder = readdirSync(path).find((one) => one.endsWith(notebook.slice(0, 8))) ?? '';
    cpSync(join(path, folder), join(path, `${folder} - copy`), { recursive: true });
    encrypt(path);
    expect(await convertLibrary(path, testVault, 'encrypted', unwatched)).toEqual([]);
    expect(findWords(path)).toEqual([]);
    expect(readdirSync(path)).toContain(`${notebook} 2`);
  });

  it('can be stopped, and leaves what was not begun as it was', async () => {
    await plainLibrary();
    const before = await contents(createJournals(path));
    encrypt(path);
    const stop = new AbortController();
    let told = 0;
    const progress = () => {
      told += 1;
      if (told === 2) stop.abort();
    };
    await expect(convertLibrary(path, testVault, 'encrypted', { signal: stop.signal, progress })).rejects.toMatchObject(
      {
        problem: { reason: 'cancelled' },
      },
    );
    const waiting = toConvert(path, 'encrypted').map((one) => basename(one));
    expect(waiting).toHaveLength(2);
    await convertLibrary(path, testVault, 'plain', unwatched);
    removeKeyFile(path);
    expect(await contents(createJournals(path))).toEqual(before);
  });
});
