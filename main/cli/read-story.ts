import { randomUUID } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { notebookMarkdownIn, readNotebookMarkdown, type PictureOf } from '../../shared/exports/index.ts';
import { type DayOrder, draftOfTable, readPage, readTable, type Table } from '../../shared/imports/index.ts';
import {
  draftOfAnnotations,
  draftOfReferences,
  formatOfFile,
  nothingKnown,
  readAnnotations,
  readReferences,
  type InterchangeProblem,
} from '../../shared/interchange/index.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { BriefDraft } from '../../shared/story/brief-block.ts';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import { readPage as readFile } from '../files/read-page.ts';
import { draftsOf, keepingTexts, rootOf, type DocRow } from './notebook.ts';
import { picturesOf } from './pictures.ts';
import { withNotebook } from './read-notebook.ts';

/** What a file was: a page or Story JSON as an importer reads it, or a notebook. */
export type ReadStory =
  | { readonly kind: 'page'; readonly draft: ImportDraft }
  | {
      readonly kind: 'notebook';
      /** The notebook's id. */
      readonly notebook: string;
      readonly reader: StoryReader;
      /** The drafts in the notebook with their texts, in its order. */
      readonly drafts: readonly BriefDraft[];
      /** The pictures of the drafts. */
      readonly picture: PictureOf;
    };

/**
 * Reads a story from a file, or from a notebook's folder. The failure is one sentence for the user.
 * @param dateOrder which number of a table's dates is the day, where somebody said
 */
export async function readStory(
  file: string,
  capturedOn: string | null,
  dateOrder?: DayOrder,
): Promise<Result<ReadStory, string>> {
  const path = resolve(file);
  if (await isNotebook(path)) {
    if (capturedOn !== null) return err('--captured-on belongs to pages: a notebook knows its day (see --help).');
    return await withNotebook(path, async ({ notebook, rows, captures }) => {
      const texts: DocRow[] = [];
      const reader = new StoryReader(await rootOf(notebook, keepingTexts(rows, notebook, texts)));
      const drafts = draftsOf(notebook, reader, texts);
      return { kind: 'notebook', notebook, reader, drafts, picture: await picturesOf(drafts, captures) };
    });
  }
  const opened = await readFile(path);
  if (!opened.ok) return err(opened.error.message);
  const { name, bytes } = opened.value;
  const markdown = notebookMarkdownIn(bytes);
  if (markdown !== null) {
    const draft = readNotebookMarkdown(markdown, { fileName: name, capturedOn, newId: randomUUID });
    for (const { message } of draft.doubts) process.stderr.write(`“${name}”: ${message}\n`);
    return ok({ kind: 'page', draft });
  }
  const table = readTable(bytes, { fileName: name });
  if (table !== null)
    return table.ok ? draftOf(table.value, name, capturedOn, dateOrder ?? null) : refused(name, table.error);
  const exchanged = readExchanged(bytes, name);
  if (exchanged !== null) {
    if (capturedOn !== null)
      return err('--captured-on belongs to pages: a file of references has no such day (see --help).');
    return exchanged.ok ? ok({ kind: 'page', draft: exchanged.value }) : err(`“${name}”: ${exchanged.error.message}`);
  }
  const draft = readPage(bytes, { fileName: name, capturedOn });
  return draft.ok ? ok({ kind: 'page', draft: draft.value }) : err(`“${name}”: ${draft.error.message}`);
}

function refused(name: string, { message }: { readonly message: string }): Result<never, string> {
  return err(`“${name}”: ${message}`);
}

/** A timeline in a table, its columns as guessed. Years that are missing are counted from the day of capture, or from today. */
function draftOf(
  table: Table,
  name: string,
  capturedOn: string | null,
  order: DayOrder | null,
): Result<ReadStory, string> {
  const today = capturedOn ?? new Date().toISOString().slice(0, 10);
  const draft = draftOfTable(table, { fileName: name, today, order, newId: randomUUID });
  if (!draft.ok)
    return err(
      `“${name}”: ${draft.error} can be read in two ways. Say which with --date-order day-first or month-first (see --help).`,
    );
  const { story, doubts } = draft.value;
  if (doubts.length > 0) process.stderr.write(`“${name}”: ${doubts.map(({ message }) => message).join(' ')}\n`);
  const title = story.title ?? name.replace(/\.[^.\s]{1,8}$/, '');
  return ok({
    kind: 'page',
    draft: { ...draft.value, story: { title, ...(capturedOn === null ? {} : { capturedOn }) } },
  });
}

/** A file of references or annotations; null where it is none. What is left out of it is said on stderr, and is no failure. */
function readExchanged(bytes: Uint8Array, name: string): Result<ImportDraft, InterchangeProblem> | null {
  const format = formatOfFile(bytes, name);
  if (format === null) return null;
  const read =
    format === 'jsonld'
      ? mapped(readAnnotations(bytes, name, nothingKnown, randomUUID), draftOfAnnotations)
      : mapped(readReferences(bytes, name), draftOfReferences);
  if (read.ok && read.value.doubts.length > 0)
    process.stderr.write(`“${name}”: ${read.value.doubts.map(({ message }) => message).join(' ')}\n`);
  return read;
}

function mapped<T, U, E>(result: Result<T, E>, to: (value: T) => U): Result<U, E> {
  return result.ok ? ok(to(result.value)) : result;
}

/** Whether a path leads to a notebook: a folder, a SQLite file, or what is called one. */
export async function isNotebook(path: string): Promise<boolean> {
  if (/\.backstory$/i.test(path)) return true;
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) return true;
  if (found?.isFile() !== true) return false;
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
      return buffer.toString('latin1', 0, bytesRead) === 'SQLite format 3\0';
    } finally {
      await file.close();
    }
  } catch {
    // Whoever reads it says why it cannot be read.
    return false;
  }
}
