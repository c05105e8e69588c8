import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from 'node-sqlite3-wasm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalRow } from '../../shared/bridge/index.ts';
import { sumOf } from '../journal/engine/row.ts';
import { createJournals, type Journals } from '../journal/engine/journals.ts';
import { createFileMethods, type FileMethods } from './file-methods.ts';
import { unwatched } from './work.ts';
import { insertRow, writeNotebookFile } from './write-notebook-file.ts';

const notebook = '3f2b8c1e-0000-4000-8000-000000000001';
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const captured = bytes('What the harbour master said.');
const nameOf = (value: Uint8Array): string => createHash('sha256').update(value).digest('hex');

const row = (seq: number, change: Partial<JournalRow> = {}): JournalRow => ({
  seq,
  doc: notebook,
  bytes: bytes(`change ${seq}`),
  at: seq,
  kept: seq,
  author: 'Ada',
  authorId: null,
  session: 'session',
  origin: 'edit',
  step: seq,
  ...change,
});

let folder = '';
let path = '';
let journals: Journals;
let files: FileMethods;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backstory-hostile-'));
  path = join(folder, 'made.backstory');
  await mkdir(join(folder, 'library'));
  journals = createJournals(join(folder, 'library'));
  files = createFileMethods(journals, join(folder, 'library'), () => undefined);
});
afterEach(async () => {
  journals.end();
  await rm(folder, { recursive: true });
});

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

async function write(rows = [row(1), row(2), row(3)], of = notebook): Promise<void> {
  const captures = each([{ hash: nameOf(captured), bytes: captured }]);
  await writeNotebookFile(path, { notebook: of, title: 'Canal', rows: each([rows]), captures }, unwatched);
}

/** Changes a good file as somebody with a SQLite of his own could. */
async function tampered(change: (db: Database) => void): Promise<void> {
  await write();
  const db = new Database(path);
  try {
    change(db);
  } finally {
    db.close();
  }
}

const check = () => files['inner.check']({ file: 'ticket', path, name: 'made.backstory' });

/** It is refused for this reason, and nothing of it is anywhere. */
async function refused(reason: string): Promise<void> {
  expect(await check()).toMatchObject({ ok: false, error: { reason } });
  expect(await files['library.add']({ file: 'ticket', as: null })).toMatchObject({ ok: false });
  expect(await readdir(folder)).toEqual(['library', 'made.backstory']);
  expect((await readdir(join(folder, 'library'))).filter((name) => !name.startsWith('.'))).toEqual([]);
}

describe('a notebook file by another hand', () => {
  it('is taken when it is as Backstory would have written it', async () => {
    await write();
    expect(await check()).toMatchObject({ ok: true });
  });

  it.each([
    ['a trigger', 'CREATE TRIGGER t AFTER INSERT ON rows BEGIN DELETE FROM rows; END'],
    ['a view', 'CREATE VIEW v AS SELECT * FROM rows'],
    ['a table', 'CREATE TABLE evil(x)'],
    ['another table under its name', 'DROP TABLE captures; CREATE TABLE captures(hash TEXT, bytes BLOB)'],
    ['a view in the place of its table', 'DROP TABLE checkpoints; CREATE VIEW checkpoints AS SELECT 1 AS id'],
    ['a table less', 'DROP TABLE meta'],
  ])('is refused with %s', async (_what, sql) => {
    await tampered((db) => db.exec(sql));
    await refused('not-a-notebook');
  });

  it.each([
    ['is missing', 'DELETE FROM rows WHERE seq = 2'],
    ['was changed', "UPDATE rows SET author = 'Eve' WHERE seq = 2"],
    ['was exchanged', 'UPDATE rows SET bytes = (SELECT bytes FROM rows WHERE seq = 1) WHERE seq = 2'],
    ['has a number that is none', 'UPDATE rows SET at = 1e300 WHERE seq = 2'],
    ['has a text for bytes', "UPDATE rows SET bytes = 'text' WHERE seq = 2"],
  ])('is refused when a row %s', async (_what, sql) => {
    await tampered((db) => db.exec(sql));
    await refused('damaged');
  });

  it.each(['../../escaped', '/etc/passwd', 'A'.repeat(64), '', '..'])(
    'is refused when it names a capture %j',
    async (hash) => {
      await tampered((db) => db.run('UPDATE captures SET hash = ?', [hash]));
      await refused('damaged');
    },
  );

  it('is refused when a capture is not what its name says', async () => {
    await tampered((db) => db.run('UPDATE captures SET bytes = ?', [bytes('What he did not say.')]));
    await refused('damaged');
  });

  it('is refused when it has a document of another notebook, with a right checksum', async () => {
    await tampered((db) => insertRow(db, { notebook, seal: null }, { ...row(4, { doc: 'another' }), nr: 1 }));
    await refused('damaged');
  });

  it('is refused when a right checksum is over what Backstory never writes', async () => {
    await tampered((db) => insertRow(db, { notebook, seal: null }, { ...row(4, { author: 'x'.repeat(5000) }), nr: 4 }));
    await refused('damaged');
  });

  it.each(['../../evil', '..', '.list', 'library', 'library-2', 'a b', ''])(
    'is refused when it calls itself %j',
    async (id) => {
      await tampered((db) => {
        const sum = sumOf('meta', [id, 'notebook', id], new Uint8Array());
        db.run("UPDATE meta SET value = ?, sum = ? WHERE key = 'notebook'", [id, sum]);
      });
      await refused('not-a-notebook');
    },
  );

  it('is refused when it holds nothing of the notebook that it says it is', async () => {
    await tampered((db) => db.exec('DELETE FROM rows'));
    await refused('damaged');
  });

  it('with any byte changed is refused, or says the same', async () => {
    await write();
    const whole = await readFile(path);
    const wanted = await check();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(whole);
        changed.writeUInt8(changed.readUInt8(at) ^ flip, at);
        await writeFile(path, changed);
        const found = await check();
        // The title is only for listing; what does not match is left out.
        if (found.ok && wanted.ok) expect({ ...found.value, title: '' }).toEqual({ ...wanted.value, title: '' });
      }),
      { numRuns: 200 },
    );
  });
});
