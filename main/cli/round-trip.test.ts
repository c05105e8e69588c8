import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { NewRow } from '../../shared/bridge/index.ts';
import { anyDraft } from '../../shared/brief/testing/any-draft.suite.ts';
import { fullStoryJson, readStoryText, snapshotOf } from '../../shared/imports/index.ts';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { deleteEntries } from '../../shared/story/commands/delete-entry.ts';
import { draftDocId, draftRoot } from '../../shared/story/document.ts';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import { readDraftBlocks } from '../../shared/story/reading/draft-blocks.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import { isSafeLink } from '../../shared/story/rich-text.ts';
import { anyDraftBlocks, normal } from '../../shared/story/testing/any-draft-blocks.suite.ts';
import { newKey, openVault } from '../journal/engine/seal.ts';
import { createJournals, type Journals } from '../journal/engine/journals.ts';
import { createCaptureMethods } from '../library/capture-methods.ts';
import { createFileMethods } from '../library/file-methods.ts';
import { exportStory } from './export.ts';
import { importAsJson } from './import.ts';
import { notebookOf, rootOf } from './notebook.ts';
import { withNotebook } from './read-notebook.ts';

const sample = new URL('../../resources/samples/six-days-in-the-canal.json', import.meta.url);
const captured = new TextEncoder().encode('What the harbour master said.');
const hash = createHash('sha256').update(captured).digest('hex');

let folder = '';
const opened: Journals[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backstory-round-'));
});
afterEach(async () => {
  for (const journals of opened.splice(0)) journals.end();
  await rm(folder, { recursive: true });
});

function openLibrary(name: string) {
  const path = join(folder, name);
  const journals = createJournals(path);
  opened.push(journals);
  return {
    journals,
    files: createFileMethods(journals, path, () => undefined),
    captures: createCaptureMethods(journals, path),
  };
}

/** A notebook as somebody worked on it: an import, edits by two, a draft, something in the trash. */
async function workedOn(): Promise<{ readonly id: string; readonly rows: readonly NewRow[]; readonly draft: string }> {
  const read = readStoryText(await readFile(sample, 'utf8'), { fileName: 'sample.json', capturedOn: null });
  if (!read.ok) throw new Error(read.error.message);
  const { id, doc } = await notebookOf(read.value);
  const rows: NewRow[] = [];
  const keep = (docId: string, bytes: Uint8Array, author: string): void => {
    const at = 1_000_000 + rows.length * 1000;
    const row = {
      doc: docId,
      bytes: new Uint8Array(bytes),
      at,
      author,
      authorId: `id-${author}`,
      session: 'one',
      step: rows.length,
    };
    rows.push({ ...row, origin: rows.length === 0 ? 'import' : 'edit' });
  };
  keep(id, Y.encodeStateAsUpdate(doc), 'Ada');
  doc.on('update', (update: Uint8Array) => keep(id, update, 'Grace'));
  const writer = { doc, newId: () => crypto.randomUUID(), now: () => '2021-03-26T12:00:00Z', author: 'Grace' };
  const person = createEntry(writer, { kind: 'people', fields: { name: 'Harbour pilot' } });
  deleteEntries(writer, [person]);
  const draft = createEntry(writer, { kind: 'drafts', fields: { title: 'What a day is worth' } });
  const text = new Y.Doc();
  text.on('update', (update: Uint8Array) => keep(draftDocId(id, draft.id), update, 'Grace'));
  draftRoot(text).insert(0, [paragraph('Delay is not loss.')]);
  return { id, rows, draft: draft.id };
}

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

/** Everything there is to know of a notebook, out of its folder or file. */
async function everything(path: string, draft: string) {
  const read = await withNotebook(path, async ({ notebook, rows, captures }) => {
    const all = [];
    for await (const portion of rows) all.push(...portion);
    const reader = new StoryReader(await rootOf(notebook, each([all])));
    const text = new Y.Doc();
    for (const row of all) if (row.doc === draftDocId(notebook, draft)) Y.applyUpdate(text, row.bytes);
    const held = [];
    for await (const capture of captures) held.push(capture);
    return {
      story: fullStoryJson(snapshotOf(reader), []),
      trash: reader.deleted('people').map(({ fields }) => fields),
      draft: readDraftBlocks(text),
      history: all.map(({ seq, at, kept, author, authorId, origin, step }) => ({
        seq,
        at,
        kept,
        author,
        authorId,
        origin,
        step,
      })),
      captures: held,
    };
  });
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

describe('a notebook that goes through a file', () => {
  it('comes into an empty library with story, drafts, captures, trash, and history with authors and times', async () => {
    const { id, rows, draft } = await workedOn();
    const here = openLibrary('here');
    await here.journals.methods['journal.open']({ notebook: id, title: 'Six days', create: true });
    for (const row of rows) await here.journals.methods['journal.append']({ notebook: id, rows: [row] });
    await here.captures['captures.put']({ notebook: id, hash, bytes: captured });
    const path = join(folder, 'six-days.backstory');
    expect(await here.files['inner.export']({ notebook: id, path })).toMatchObject({ ok: true });

    const there = openLibrary('there');
    await there.files['inner.check']({ file: 'ticket', path, name: 'six-days.backstory' });
    expect(await there.files['library.add']({ file: 'ticket', as: null })).toMatchObject({ ok: true });

    // Read out of the folders while both are open, as the command line does.
    const [from, to] = [here, there].map(({ journals }) => journals.library.find(id) ?? '');
    const wanted = await everything(from ?? '', draft);
    expect(wanted).toMatchObject({
      draft: [{ type: 'paragraph', spans: [{ text: 'Delay is not loss.' }] }],
      captures: [{ hash }],
    });
    expect(wanted.trash).toMatchObject([{ name: 'Harbour pilot' }]);
    expect(wanted.history).toHaveLength(rows.length);
    expect(await everything(to ?? '', draft)).toEqual(wanted);
    expect(await everything(path, draft)).toEqual(wanted);
  });

  it('is still read as format 1 wrote it', async () => {
    const fixture = join(import.meta.dirname, 'fixtures', 'format-1.backstory');
    const said = await readFile(join(import.meta.dirname, 'fixtures', 'format-1.json'), 'utf8');
    const story = await importAsJson(fixture, null);
    expect(story.ok && JSON.parse(story.value)).toEqual(JSON.parse(said));
    expect((await everything(fixture, 'none')).captures).toEqual([{ hash, bytes: captured }]);
  });

  it('says the same from a folder, from a file, and from a file made of that', async () => {
    const { id, rows } = await workedOn();
    const here = openLibrary('here');
    await here.journals.methods['journal.open']({ notebook: id, title: 'Six days', create: true });
    await here.journals.methods['journal.append']({ notebook: id, rows: [...rows] });
    const own = here.journals.library.find(id) ?? '';
    const [file, again] = ['a.backstory', 'b.backstory'].map((name) => join(folder, name));
    expect(await exportStory(own, 'backstory', file ?? '', null)).toEqual({ ok: true, value: '' });
    expect(await exportStory(file ?? '', 'backstory', again ?? '', null)).toEqual({ ok: true, value: '' });
    const story = await importAsJson(own, null);
    expect(story.ok).toBe(true);
    expect(await importAsJson(file ?? '', null)).toEqual(story);
    expect(await importAsJson(again ?? '', null)).toEqual(story);
  });

  it('is not read out of an encrypted library, and said why', async () => {
    const id = 'a1b2c3d4-0000-4000-8000-00000000000c';
    const path = join(folder, 'encrypted');
    const journals = createJournals(path, undefined, openVault(newKey()));
    opened.push(journals);
    await journals.methods['journal.open']({ notebook: id, title: 'Six days', create: true });
    await journals.methods['journal.close']({ notebook: id });
    const read = await importAsJson(journals.library.find(id) ?? '', null);
    expect(read.ok ? '' : read.error).toMatch(
      /part of an encrypted library\. Export the notebook in Backstory and use that file\.$/,
    );
  });
});

describe('a full export', () => {
  it('gives any notebook back, drafts included', async () => {
    const json = async (draft: ImportDraft): Promise<unknown> => {
      const { doc, drafts } = await notebookOf(draft);
      return fullStoryJson(snapshotOf(new StoryReader(doc)), drafts);
    };
    const words = fc.string({ unit: 'grapheme', maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(anyDraft, anyDraftBlocks({ words }), async (drawn, blocks) => {
        // As it was drawn, without what a notebook never shows: links that may not be followed, and objects without a prototype.
        const safe = (key: string, value: unknown): unknown =>
          key === 'link' && typeof value === 'string' && !isSafeLink(value) ? undefined : value;
        // What was drawn is an import's draft.
        const any = JSON.parse(JSON.stringify(drawn), safe) as ImportDraft;
        const ids = any.entries.filter(({ draft }) => draft.kind === 'drafts').map(({ draft }) => draft.id ?? '');
        const first = await json({ ...any, texts: ids.map((id) => ({ id, blocks: normal(blocks) })) });
        const read = readStoryText(JSON.stringify(first), { fileName: 'any.json', capturedOn: null });
        if (!read.ok) throw new Error(read.error.message);
        expect(await json(read.value)).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });
});
