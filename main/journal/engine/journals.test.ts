import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from './sqlite.ts';
import { caller, notebook, ownLibrary, problem, row, value } from './testing.suite.ts';

const library = ownLibrary();
const folder = (...path: string[]) => join(library.folder, 'Suez a1b2c3d4', ...path);
const draft = `${notebook}.draft.one`;

describe('a journal', () => {
  it('keeps rows and gives them back after it was closed', async () => {
    const { open, append, read, sum, close } = caller(library.start());
    expect(await open()).toMatchObject({ heads: [], looked: null });
    const [head] = await append(row(), row({ bytes: new Uint8Array(), author: '', authorId: null }));
    expect(head).toMatchObject({ doc: notebook, seq: 2 });
    await close();
    expect(await open()).toMatchObject({ heads: [head] });
    const { rows, damaged, more } = await read();
    expect(rows).toMatchObject([row(), row({ bytes: new Uint8Array(), author: '', authorId: null })]);
    expect({ damaged, more }).toEqual({ damaged: 0, more: false });
    expect(await sum(2)).toBe(head?.sum);
    expect(await sum(3)).toBeNull();
  });

  it('stores what waits together, and answers each with its own documents', async () => {
    const { open, append } = caller(library.start());
    await open();
    const answers = await Promise.all([append(row()), append(row({ doc: draft }), row()), append(row({ doc: draft }))]);
    expect(answers.map((heads) => heads.map(({ doc, seq }) => [doc, seq]))).toEqual([
      [[notebook, 3]],
      [
        [notebook, 3],
        [draft, 4],
      ],
      [[draft, 4]],
    ]);
  });

  it('opens by itself what a page had open before the process was started again', async () => {
    const before = library.start();
    await caller(before).open();
    await caller(before).append(row());
    before.end();
    const after = caller(library.start());
    expect(await after.append(row())).toMatchObject([{ seq: 2 }]);
    expect((await after.read(1)).rows).toHaveLength(1);
  });

  it('gives large answers in parts', async () => {
    const { open, append, read } = caller(library.start());
    await open();
    const large = new Uint8Array(5 * 1024 * 1024).fill(7);
    await append(...Array.from({ length: 5 }, () => row({ bytes: large })));
    const sizes: number[] = [];
    for (let after: number | null = null, more = true; more;) {
      const part = await read(after);
      sizes.push(part.rows.length);
      more = part.more;
      after = part.rows.at(-1)?.seq ?? null;
    }
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('gives what was kept up to a moment, from the checkpoint of then', async () => {
    const { open, append, read, checkpoint } = caller(library.start());
    await open();
    await append(row());
    await checkpoint(1, new Uint8Array([1]));
    const { rows: first } = await read(0);
    const then = first[0]?.kept ?? 0;
    while (Date.now() <= then) await new Promise(setImmediate);
    await append(row(), row());
    await checkpoint(2, new Uint8Array([2]));
    expect(await read()).toMatchObject({ checkpoint: { seq: 2, bytes: new Uint8Array([2]) }, rows: [{ seq: 3 }] });
    expect(await read(null, then)).toMatchObject({ checkpoint: { seq: 1 }, rows: [], damaged: 0 });
    expect(await read(0, then)).toMatchObject({ checkpoint: null, rows: [{ seq: 1 }] });
    expect(await read(null, then - 1)).toMatchObject({ checkpoint: null, rows: [] });
  });

  it('keeps the last three checkpoints of each document, and refuses one of a row that is not there', async () => {
    const journals = library.start();
    const { open, append, read, checkpoint, close } = caller(journals);
    await open();
    for (let seq = 1; seq <= 5; seq += 1) {
      await append(row());
      await checkpoint(seq, new Uint8Array([seq]));
    }
    await append(row({ doc: draft }));
    await checkpoint(6, new Uint8Array([6]), draft);
    expect((await read()).checkpoint?.seq).toBe(5);
    const beyond = journals.methods['journal.checkpoint']({ notebook, doc: draft, seq: 5, bytes: new Uint8Array() });
    expect(await problem(beyond)).toMatchObject({ reason: 'gone' });
    await close();
    const db = openDatabase(folder('journal.sqlite'));
    expect(db.all('SELECT seq FROM checkpoints ORDER BY seq')).toEqual([
      { seq: 3 },
      { seq: 4 },
      { seq: 5 },
      { seq: 6 },
    ]);
    db.close();
  });

  it('remembers up to where the user has looked', async () => {
    const journals = library.start();
    const { methods } = journals;
    const { open, close } = caller(journals);
    await open();
    await value(methods['journal.looked']({ notebook, seq: 17 }));
    await close();
    expect(await open()).toMatchObject({ looked: 17 });
  });

  it('never lets the time of keeping run backwards', async () => {
    const { open, append, read, close } = caller(library.start());
    await open();
    await append(row());
    await close();
    await append(row({ at: 5 }), row());
    const kept = (await read()).rows.map((one) => one.kept);
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
  });
});

describe('a library', () => {
  it('has one folder for each notebook, with its name on it', async () => {
    const journals = library.start();
    const { methods } = journals;
    const { open, append } = caller(journals);
    await open();
    await append(row(), row({ doc: draft }));
    await value(methods['journal.title']({ notebook, title: 'Suez, again' }));
    expect(await value(methods['journal.list'](undefined))).toEqual([
      { notebook, title: 'Suez, again', folder: folder(), docs: [notebook, draft] },
    ]);
    expect(JSON.parse(readFileSync(folder('notebook.json'), 'utf8'))).toMatchObject({ format: 1, id: notebook });
  });

  it('keeps the list of notebooks apart', async () => {
    const journals = library.start();
    const list = caller(journals, 'library');
    await list.open();
    await list.append(row({ doc: 'library' }));
    expect(existsSync(join(library.folder, '.list', 'library', 'journal.sqlite'))).toBe(true);
    expect(await value(journals.methods['journal.list'](undefined))).toEqual([]);
  });

  it('finds a folder that was given another name, also while it was in use', async () => {
    const { open, append, read } = caller(library.start());
    await open();
    await append(row());
    renameSync(folder(), join(library.folder, 'My story'));
    expect(await append(row())).toMatchObject([{ seq: 2 }]);
    expect((await read()).rows).toHaveLength(2);
    expect(readdirSync(library.folder)).not.toContain('Suez a1b2c3d4');
  });

  it('finds a folder whose label is lost by what the journal says', async () => {
    const { open, append, close } = caller(library.start());
    await open();
    await append(row());
    await close();
    writeFileSync(folder('notebook.json'), '{');
    expect(await open(false)).toMatchObject({ heads: [{ seq: 1 }] });
    expect(JSON.parse(readFileSync(folder('notebook.json'), 'utf8'))).toMatchObject({ id: notebook, title: 'Suez' });
  });

  it('says that a notebook is gone, and begins again where it may', async () => {
    const journals = library.start();
    const { methods } = journals;
    const { open, append } = caller(journals);
    expect(await problem(methods['journal.open']({ notebook, title: '', create: false }))).toMatchObject({
      reason: 'gone',
    });
    await open();
    await append(row());
    rmSync(folder(), { recursive: true });
    expect(await problem(methods['journal.append']({ notebook, rows: [row()] }))).toMatchObject({ reason: 'gone' });
    expect((await open()).heads).toEqual([]);
  });

  it('tells when only the journal of a folder is gone', async () => {
    const journals = library.start();
    const { methods } = journals;
    const { open, append, close } = caller(journals);
    await open();
    await append(row());
    await close();
    rmSync(folder('journal.sqlite'));
    expect(await problem(methods['journal.open']({ notebook, title: '', create: false }))).toMatchObject({
      reason: 'gone',
    });
    expect(await open()).toMatchObject({ heads: [], notices: [{ kind: 'missing' }] });
  });

  it('removes a notebook for good', async () => {
    const journals = library.start();
    const { methods } = journals;
    const { open, append } = caller(journals);
    await open();
    await append(row());
    await value(methods['journal.remove']({ notebook }));
    await value(methods['journal.remove']({ notebook }));
    expect(readdirSync(library.folder)).toEqual(['.backstory-lock']);
  });

  it('does not mix up two notebooks whose names and ids begin alike', async () => {
    const journals = library.start();
    const [one, other] = [caller(journals), caller(journals, `${notebook}-other`)];
    await one.open();
    await other.open();
    await one.append(row());
    await other.append(row({ doc: `${notebook}-other`, author: 'Bob' }));
    expect((await one.read()).rows).toMatchObject([{ author: 'Ada' }]);
    expect((await other.read()).rows).toMatchObject([{ author: 'Bob' }]);
  });

  it('refuses a file of a newer format and leaves it alone', async () => {
    const journals = library.start();
    const { methods } = journals;
    const { open, append, close } = caller(journals);
    await open();
    await append(row());
    await close();
    const db = openDatabase(folder('journal.sqlite'));
    db.exec("PRAGMA user_version = 3; DELETE FROM meta WHERE key = 'format'");
    db.close();
    const before = readFileSync(folder('journal.sqlite'));
    expect(await problem(methods['journal.open']({ notebook, title: '', create: true }))).toMatchObject({
      reason: 'newer-format',
    });
    expect(readFileSync(folder('journal.sqlite')).equals(before)).toBe(true);
  });

  it('lets no program run that somebody put into a file', async () => {
    const { open, append, read, close } = caller(library.start());
    await open();
    await append(row(), row());
    await close();
    const db = openDatabase(folder('journal.sqlite'));
    db.exec('CREATE TRIGGER evil AFTER INSERT ON rows BEGIN DELETE FROM rows; END');
    db.close();
    expect((await open()).notices).toMatchObject([{ kind: 'salvaged' }]);
    await append(row());
    expect((await read()).rows).toHaveLength(3);
  });

  it('says so where the library cannot be made', async () => {
    rmSync(library.folder, { recursive: true });
    writeFileSync(library.folder, 'a file in the way');
    const answer = library.start().methods['journal.open']({ notebook, title: '', create: true });
    expect(await problem(answer)).toMatchObject({ reason: 'failed' });
    rmSync(library.folder);
    mkdirSync(library.folder);
  });
});
