import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalRow, LibraryProgress, NewRow } from '../../shared/bridge/index.ts';
import { createJournals, type Journals } from '../journal/engine/journals.ts';
import { createCaptureMethods } from './capture-methods.ts';
import { createFileMethods, type FileMethods } from './file-methods.ts';
import { unwatched } from './work.ts';
import { writeNotebookFile } from './write-notebook-file.ts';

const notebook = '3f2b8c1e-0000-4000-8000-000000000001';
const draft = `${notebook}.draft.one`;
const file = 'ticket';

interface Library {
  readonly path: string;
  readonly journals: Journals;
  readonly files: FileMethods;
  readonly told: LibraryProgress[];
}

let folder = '';
const open: Library[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backstory-files-'));
});
afterEach(async () => {
  for (const { journals } of open.splice(0)) journals.end();
  await rm(folder, { recursive: true });
});

function openLibrary(name: string): Library {
  const path = join(folder, name);
  const journals = createJournals(path);
  const told: LibraryProgress[] = [];
  const library = { path, journals, told, files: createFileMethods(journals, path, (progress) => told.push(progress)) };
  open.push(library);
  return library;
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const nameOf = (value: Uint8Array): string => createHash('sha256').update(value).digest('hex');
const captured = bytes('What the harbour master said.');

const change = (doc: string, text: string, at: number, author = 'Ada'): NewRow => ({
  doc,
  bytes: bytes(text),
  at,
  author,
  authorId: author === '' ? null : `id-${author}`,
  session: 'session-1',
  origin: 'edit',
  step: at,
});

async function fill(library: Library, rows: readonly NewRow[]): Promise<void> {
  const { methods } = library.journals;
  expect(await methods['journal.open']({ notebook, title: 'Canal', create: true })).toMatchObject({ ok: true });
  expect(await methods['journal.append']({ notebook, rows: [...rows] })).toMatchObject({ ok: true });
}

async function rowsOf(library: Library, of = notebook): Promise<readonly JournalRow[]> {
  const { methods } = library.journals;
  const rows: JournalRow[] = [];
  for (const doc of [of, `${of}.draft.one`]) {
    const read = await methods['journal.read']({ notebook: of, doc, after: 0, before: null });
    if (read.ok) rows.push(...read.value.rows);
  }
  return rows;
}

const some = [change(notebook, 'begin', 1), change(draft, 'words', 2, 'Grace'), change(notebook, 'more', 3, '')];

async function exported(from: Library, name = 'canal.backstory'): Promise<string> {
  const path = join(folder, name);
  expect(await from.files['inner.export']({ notebook, path })).toMatchObject({ ok: true, value: { fileName: name } });
  return path;
}

const check = (library: Library, path: string) => library.files['inner.check']({ file, path, name: 'canal.backstory' });

describe('a notebook as a file', () => {
  it('holds every row with its author and time, and the captures; another library gets all of it', async () => {
    const here = openLibrary('here');
    await fill(here, some);
    const hash = nameOf(captured);
    await createCaptureMethods(here.journals, here.path)['captures.put']({ notebook, hash, bytes: captured });
    const path = await exported(here);
    expect((await readFile(path)).toString('latin1', 68, 72)).toBe('BSTY');
    // As one file, without a log beside it, that any SQLite reads.
    expect((await readFile(path))[18]).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['canal.backstory', 'here']);

    const there = openLibrary('there');
    expect(await check(there, path)).toEqual({
      ok: true,
      value: {
        notebook,
        title: 'Canal',
        docs: [
          { doc: notebook, rows: 2 },
          { doc: draft, rows: 1 },
        ],
        captures: 1,
        first: 1,
        last: 3,
      },
    });
    expect(await there.files['library.add']({ file, as: null })).toEqual({ ok: true, value: undefined });
    await there.files['library.forget']({ file });
    expect(await rowsOf(there)).toEqual(await rowsOf(here));
    const captures = createCaptureMethods(there.journals, there.path);
    expect(await captures['captures.get']({ notebook, hash })).toEqual({ ok: true, value: captured });
    expect(await readdir(join(there.path, '.incoming'))).toEqual([]);
  });

  it('becomes another notebook, with document ids of its own, beside the one it was', async () => {
    const here = openLibrary('here');
    await fill(here, some);
    await check(here, await exported(here));
    expect(await here.files['library.add']({ file, as: null })).toMatchObject({ error: { reason: 'in-the-way' } });
    const other = 'a0000000-0000-4000-8000-000000000002';
    expect(await here.files['library.add']({ file, as: other })).toMatchObject({ ok: true });
    const renamed = (await rowsOf(here)).map((row) => ({ ...row, doc: other + row.doc.slice(notebook.length) }));
    expect(await rowsOf(here, other)).toEqual(renamed);
  });

  it('is joined with the notebook that is here: what is new is appended as merge, once', async () => {
    const [here, there] = [openLibrary('here'), openLibrary('there')];
    await fill(here, some);
    await fill(there, [...some.slice(0, 1), change(notebook, 'meanwhile', 9, 'Lin')]);
    await check(there, await exported(here));
    expect(await there.files['library.merge']({ file, notebook })).toEqual({ ok: true, value: { rows: 2 } });
    const rows = await rowsOf(there);
    expect(rows.map(({ author, at, origin }) => ({ author, at, origin }))).toEqual([
      { author: 'Ada', at: 1, origin: 'edit' },
      { author: 'Lin', at: 9, origin: 'edit' },
      { author: '', at: 3, origin: 'merge' },
      { author: 'Grace', at: 2, origin: 'merge' },
    ]);
    expect(await there.files['library.merge']({ file, notebook })).toEqual({ ok: true, value: { rows: 0 } });
  });

  it('offers nobody to take back what others did: not of a file that was added, nor of one that was joined', async () => {
    const [here, there] = [openLibrary('here'), openLibrary('there')];
    const lastOf = ({ journals }: Library) => journals.methods['journal.lastSession']({ notebook, but: 'now' });
    await fill(here, some);
    const path = await exported(here);
    expect(await lastOf(here)).toMatchObject({ ok: true, value: { session: 'session-1' } });
    await check(there, path);
    await there.files['library.add']({ file, as: null });
    expect(await lastOf(there)).toEqual({ ok: true, value: null });
    await there.journals.methods['journal.append']({
      notebook,
      rows: [{ ...change(notebook, 'own', 7), session: 'mine' }],
    });
    expect(await lastOf(there)).toMatchObject({ value: { session: 'mine', docs: [{ doc: notebook }] } });
    await there.journals.methods['journal.append']({
      notebook,
      rows: [{ ...change(notebook, 'theirs', 8), session: 'theirs', origin: 'merge' }],
    });
    expect(await lastOf(there)).toMatchObject({ value: { session: 'mine' } });
  });

  it('gives its rows to whoever looks at what they mean', async () => {
    const here = openLibrary('here');
    await fill(here, some);
    await check(here, await exported(here));
    const read = await here.files['library.read']({ file, doc: draft, after: 0 });
    expect(read).toMatchObject({
      ok: true,
      value: { more: false, rows: [{ author: 'Grace', bytes: bytes('words') }] },
    });
    await here.files['library.forget']({ file });
    expect(await here.files['library.read']({ file, doc: draft, after: 0 })).toMatchObject({ ok: false });
  });

  it('does not take what its maker had lost for lost here', async () => {
    const here = openLibrary('here');
    const path = join(folder, 'gaps.backstory');
    const rows = [1, 2, 7].map((seq) => ({ ...change(notebook, `${seq}`, seq), seq, kept: seq }));
    async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
      yield* values;
    }
    await writeNotebookFile(path, { notebook, title: '', rows: each([rows]), captures: each([]) }, unwatched);
    await check(here, path);
    await here.files['library.add']({ file, as: null });
    const opened = await here.journals.methods['journal.open']({ notebook, title: '', create: false });
    expect(opened).toMatchObject({ ok: true, value: { notices: [], heads: [{ seq: 7 }] } });
  });

  it('is stopped on demand, and then leaves nothing behind', async () => {
    const here = openLibrary('here');
    await fill(
      here,
      Array.from({ length: 40 }, (_, at) => ({ ...change(notebook, '', at), bytes: new Uint8Array(256 * 1024) })),
    );
    const path = join(folder, 'stopped.backstory');
    const ending = here.files['inner.export']({ notebook, path });
    while (here.told.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await here.files['library.stop'](undefined);
    expect(await ending).toMatchObject({ error: { reason: 'cancelled' } });
    expect(await readdir(folder)).toEqual(['here']);
    expect(here.told.every(({ done, total }) => done <= total)).toBe(true);
  });

  it('takes what is written meanwhile for later, and does not hold it up', async () => {
    const here = openLibrary('here');
    await fill(
      here,
      Array.from({ length: 40 }, (_, at) => ({ ...change(notebook, '', at), bytes: new Uint8Array(256 * 1024) })),
    );
    const path = join(folder, 'busy.backstory');
    const ending = here.files['inner.export']({ notebook, path });
    while (here.told.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const saved = await here.journals.methods['journal.append']({ notebook, rows: [change(notebook, 'late', 99)] });
    expect(saved).toMatchObject({ ok: true });
    expect(await ending).toMatchObject({ ok: true });
    expect(await check(here, path)).toMatchObject({ value: { docs: [{ rows: 40 }] } });
  });
});

describe('a file that somebody else made', () => {
  const refused = async (path: string, reason: string): Promise<string> => {
    const library = openLibrary('victim');
    const answer = await check(library, path);
    expect(answer).toMatchObject({ ok: false, error: { reason } });
    expect(await readdir(library.path)).not.toContain('Canal 3f2b8c1e');
    expect(await readdir(join(library.path, '.incoming')).catch(() => [])).toEqual([]);
    return answer.ok ? '' : answer.error.message;
  };

  async function good(): Promise<string> {
    const here = openLibrary('here');
    await fill(here, some);
    const hash = nameOf(captured);
    await createCaptureMethods(here.journals, here.path)['captures.put']({ notebook, hash, bytes: captured });
    return exported(here);
  }

  it.each([
    ['nothing at all', ''],
    ['a text', 'The Suez Canal is a waterway.'.repeat(99)],
    ['another kind of database', 'SQLite format 3\0'.padEnd(4096, '\0')],
  ])('is refused when it is %s', async (_what, content) => {
    await writeFile(join(folder, 'bad.backstory'), content);
    expect(await refused(join(folder, 'bad.backstory'), 'not-a-notebook')).toMatch(
      /^“canal\.backstory” is not a notebook/,
    );
  });

  it('is refused when it is a folder, or not there', async () => {
    await refused(folder, 'not-a-notebook');
    await refused(join(folder, 'absent.backstory'), 'unreadable');
  });

  it('is refused when a newer program wrote it', async () => {
    const path = await good();
    const content = await readFile(path);
    content.writeUInt32BE(3, 60);
    await writeFile(path, content);
    expect(await refused(path, 'newer-format')).toContain('Update Backstory');
  });

  it('is refused when it ends too soon, wherever', async () => {
    const path = await good();
    const whole = await readFile(path);
    const library = openLibrary('victim');
    for (let size = 100; size < whole.length; size += 1500) {
      await writeFile(path, whole);
      await truncate(path, size);
      expect(await check(library, path)).toMatchObject({ error: { reason: 'damaged' } });
    }
  });

  it('is refused when any bit of what it says was flipped', async () => {
    const path = await good();
    const whole = await readFile(path);
    const library = openLibrary('victim');
    const places = [
      whole.indexOf('meanwhile'),
      whole.indexOf('begin'),
      whole.indexOf('Grace'),
      whole.indexOf('harbour'),
    ];
    for (const place of places.filter((one) => one > 0)) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(flipped.readUInt8(place) ^ 4, place);
      await writeFile(path, flipped);
      expect(await check(library, path)).toMatchObject({ error: { reason: 'damaged' } });
    }
  });
});
