import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJournals, type Journals } from '../../journal/engine/journals.ts';
import { JournalFile } from '../../journal/engine/journal-file.ts';
import { plainFile, sealedFile } from '../../journal/engine/problems.ts';
import { newKey, openVault } from '../../journal/engine/seal.ts';
import { openDatabase } from '../../journal/engine/sqlite.ts';
import { caller, notebook, problem, row } from '../../journal/engine/testing.suite.ts';
import { createCaptureMethods } from '../capture-methods.ts';
import { createFileMethods } from '../file-methods.ts';
import { checkTarget, copyLibrary } from '../move-library.ts';
import { unwatched } from '../work.ts';
import { convertLibrary } from './convert-library.ts';
import { capturedHash, encrypt, fill, findWords, readAll, testVault, unlocked, words } from './encryption.suite.ts';

let path = '';
const engines: Journals[] = [];
const engine = (made: Journals): Journals => {
  engines.push(made);
  return made;
};
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'backstory-encrypted-'));
});
afterEach(() => {
  for (const journals of engines.splice(0)) journals.end();
  rmSync(path, { recursive: true, force: true });
});

const inside = (...names: string[]): string => join(path, notebook, ...names);
const file = (): string => inside('journal.sqlite');

/** An encrypted library with a notebook in it, closed. */
async function encrypted(): Promise<void> {
  encrypt(path);
  const journals = unlocked(path);
  await fill(journals, path);
  journals.end();
}

const open = (journals: Journals) => problem(journals.methods['journal.open']({ notebook, title: '', create: true }));

describe('an encrypted library', () => {
  it('gives back all that was put into it, and shows none of it on the disk', async () => {
    await encrypted();
    expect(readdirSync(path).filter((name) => !name.startsWith('.'))).toEqual([notebook, 'encryption.json']);
    expect(findWords(path)).toEqual([]);
    // The name of a capture would tell whoever has the same text.
    expect(findWords(path, [capturedHash])).toEqual([]);
    const found = await readAll(engine(unlocked(path)), path);
    expect(found).toMatchObject({ looked: 1, notices: [], title: words.title, capture: { ok: true } });
    expect(found.rows).toHaveLength(6);
    expect(new Set(found.rows.map(({ author }) => author))).toEqual(new Set([words.author]));
    expect(new TextDecoder().decode(found.rows[4]?.bytes)).toBe(`4: ${words.text}`);
    expect(new TextDecoder().decode(found.checkpoint?.bytes)).toBe(words.text);
    expect(new TextDecoder().decode(found.states[0]?.bytes)).toBe(words.text);
    // Also while it is open, with its log beside it.
    await caller(engines[0] ?? engine(unlocked(path))).append(row({ author: words.author }));
    expect(findWords(path)).toEqual([]);
  });

  it('is refused without its key, and nothing is written into it', async () => {
    await encrypted();
    const before = readFileSync(file());
    const journals = engine(createJournals(path));
    expect(await open(journals)).toMatchObject({ reason: 'encrypted' });
    expect(await problem(journals.methods['journal.list'](undefined))).toMatchObject({ reason: 'encrypted' });
    expect(readFileSync(file()).equals(before)).toBe(true);
  });

  it('is refused under another key, is not taken for damaged, and stays as it is', async () => {
    await encrypted();
    const before = readFileSync(file());
    const journals = engine(createJournals(path, undefined, openVault(newKey())));
    const { reason, message } = await open(journals);
    expect([reason, message]).toEqual(['encrypted', expect.stringContaining('another key')]);
    expect(readFileSync(file()).equals(before)).toBe(true);
    expect(readdirSync(inside()).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  it('is not salvaged as nothing when its file is damaged and the key is another, or none', async () => {
    await encrypted();
    const bytes = readFileSync(file());
    bytes.fill(0, 0, 100);
    for (const journals of [createJournals(path, undefined, openVault(newKey()))]) {
      writeFileSync(file(), bytes);
      expect(await open(engine(journals))).toMatchObject({ reason: 'encrypted' });
      expect(readFileSync(file()).equals(bytes)).toBe(true);
      journals.end();
    }
    // With the right one it is put right.
    const { rows, notices } = await readAll(engine(unlocked(path)), path);
    expect(notices).toMatchObject([{ kind: 'salvaged' }]);
    expect(rows).toHaveLength(6);
  });

  it('takes no plain journal, and a plain library no encrypted one', async () => {
    const plain = createJournals(path);
    await fill(plain, path);
    plain.end();
    encrypt(path);
    const wrong = engine(unlocked(path));
    expect(await open(wrong)).toEqual(plainFile);
    wrong.end();
    await convertLibrary(path, testVault, 'encrypted', unwatched);
    rmSync(join(path, 'encryption.json'));
    rmSync(join(path, '.list', 'encryption.json'));
    expect(await open(engine(createJournals(path)))).toEqual(sealedFile);
  });

  it('is refused in words by a program that knows no encryption', async () => {
    await encrypted();
    const db = openDatabase(file());
    // What earlier programs look at: a number above theirs, said twice.
    expect(db.all('PRAGMA user_version')).toEqual([{ user_version: 2 }]);
    expect(db.all("SELECT value FROM meta WHERE key = 'format'")).toEqual([{ value: '2' }]);
    db.close();
    const [snapshot = ''] = readdirSync(inside('snapshots'));
    expect(readFileSync(inside('snapshots', snapshot)).readUInt32LE(8)).toBe(3);
  });
});

describe('somebody who can write to an encrypted library, without its key,', () => {
  it.each([
    ['another row’s bytes', 'UPDATE rows SET bytes = (SELECT bytes FROM rows WHERE seq = 2) WHERE seq = 3'],
    ['another time', 'UPDATE rows SET at = at + 1 WHERE seq = 3'],
    ['another place in the order', "UPDATE rows SET session = 'other' WHERE seq = 3"],
  ])('cannot give a row %s, even with the right checksum', async (_what, sql) => {
    await encrypted();
    const db = openDatabase(file());
    db.exec(sql);
    const [raw] = db.all('SELECT * FROM rows WHERE seq = 3');
    const { checkedRow, rowSum } = await import('../../journal/engine/row.ts');
    const { sum: _, ...fields } = raw ?? {};
    // The checksum needs no key: whoever changes a row can make it right.
    const forged = { ...fields, authorId: null } as unknown as Parameters<typeof rowSum>[1]; // as SQLite gave it
    const sum = rowSum(notebook, forged, 'sealed-row');
    db.run('UPDATE rows SET sum = ? WHERE seq = 3', [sum]);
    const [made] = db.all('SELECT * FROM rows WHERE seq = 3');
    expect(checkedRow(notebook, made ?? {}, 'sealed-row')).not.toBeNull();
    db.close();
    const { rows, notices } = await readAll(engine(unlocked(path)), path);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 4, 5, 6]);
    expect(notices).not.toEqual([]);
  });

  it('cannot exchange captures, backups or titles', async () => {
    await encrypted();
    const other = 'b1b2c3d4-0000-4000-8000-000000000002';
    const journals = unlocked(path);
    await fill(journals, path, { id: other, title: 'Another title' });
    journals.end();
    const [capture = ''] = readdirSync(inside('captures'));
    const [foreign = ''] = readdirSync(join(path, other, 'captures'));
    expect(capture).not.toBe(foreign);
    cpSync(join(path, other, 'captures', foreign), inside('captures', capture));
    const [snapshot = ''] = readdirSync(inside('snapshots'));
    const [theirs = ''] = readdirSync(join(path, other, 'snapshots'));
    cpSync(join(path, other, 'snapshots', theirs), inside('snapshots', snapshot));
    const label = JSON.parse(readFileSync(join(path, other, 'notebook.json'), 'utf8')) as Record<string, unknown>; // ours
    writeFileSync(inside('notebook.json'), JSON.stringify({ ...label, id: notebook }));
    const again = engine(unlocked(path));
    const captures = createCaptureMethods(again, path);
    expect(await captures['captures.get']({ notebook, hash: capturedHash })).toMatchObject({
      error: { reason: 'damaged' },
    });
    const read = again.methods['journal.readSnapshot']({ notebook, name: snapshot });
    expect(await problem(read)).toMatchObject({ reason: 'failed' });
    expect(again.library.labelIn(inside())?.title).toBe('');
    // Another backup under this one's name, of the same notebook.
    renameSync(inside('snapshots', snapshot), inside('snapshots', '2021-01-01T00-00-00.000Z.snapshot'));
    const renamed = again.methods['journal.readSnapshot']({ notebook, name: '2021-01-01T00-00-00.000Z.snapshot' });
    expect(await problem(renamed)).toMatchObject({ reason: 'failed' });
  });

  it('cannot put a journal of another notebook in its place', async () => {
    await encrypted();
    const seal = testVault.sealOf('another-notebook');
    JournalFile.create(inside('journal.sqlite'), 'another-notebook', { seal });
    const journals = engine(unlocked(path));
    expect((await journals.methods['journal.open']({ notebook, title: '', create: false })).ok).toBe(true);
    expect(readdirSync(inside()).some((name) => name.startsWith('journal.damaged-'))).toBe(true);
  });
});

describe('a notebook file and an encrypted library', () => {
  it('is written plain, and encrypted when it comes in', async () => {
    await encrypted();
    const journals = engine(unlocked(path));
    const files = createFileMethods(journals, path, () => undefined);
    const out = mkdtempSync(join(tmpdir(), 'backstory-out-'));
    const target = join(out, 'copy.backstory');
    expect(await files['inner.export']({ notebook, path: target })).toMatchObject({ ok: true });
    expect(findWords(out)).not.toEqual([]);
    expect(findWords(path)).toEqual([]);
    expect(await files['inner.check']({ file: 'one', path: target, name: 'copy.backstory' })).toMatchObject({
      ok: true,
    });
    const as = 'c1b2c3d4-0000-4000-8000-000000000003';
    expect(await files['library.add']({ file: 'one', as })).toMatchObject({ ok: true });
    await files['library.forget']({ file: 'one' });
    expect(findWords(path)).toEqual([]);
    expect(readdirSync(path)).toContain(as);
    const { rows } = await caller(journals, as).read(0, null, as);
    expect(rows[0]).toMatchObject({ author: words.author });
    // And what it lacks is joined.
    await caller(journals).append(row({ author: words.author }));
    await files['inner.check']({ file: 'two', path: target, name: 'copy.backstory' });
    expect(await files['library.merge']({ file: 'two', notebook })).toEqual({ ok: true, value: { rows: 0 } });
    await files['library.forget']({ file: 'two' });
    // A journal out of the library is no file to be brought.
    expect(await files['inner.check']({ file: 'three', path: file(), name: 'journal.sqlite' })).toMatchObject({
      error: { reason: 'encrypted' },
    });
    rmSync(out, { recursive: true });
  });
});

describe('an encrypted library that is put elsewhere', () => {
  it('opens there with the same key, and is not mixed with one that is encrypted otherwise', async () => {
    await encrypted();
    const root = mkdtempSync(join(tmpdir(), 'backstory-elsewhere-'));
    const [empty, plain] = [join(root, 'empty'), join(root, 'plain')];
    await copyLibrary(path, empty, unwatched);
    expect((await readAll(engine(unlocked(empty)), empty)).rows).toHaveLength(6);
    expect(await checkTarget(path, empty)).toHaveProperty('size', 1);
    await copyLibrary(path, empty, unwatched);
    expect(readdirSync(empty).filter((name) => name.startsWith('encryption'))).toEqual(['encryption.json']);
    const journals = engine(createJournals(plain));
    await fill(journals, plain);
    for (const [from, to] of [
      [path, plain],
      [plain, path],
    ] as const)
      await expect(checkTarget(from, to)).rejects.toThrow('encrypted in another way');
    journals.end();
    rmSync(root, { recursive: true });
  });
});
