import { randomUUID } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readPage } from '../../shared/imports/index.ts';
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
    };

/** Reads a story from a file, or from a notebook's folder. The failure is one sentence for the user. */
export async function readStory(file: string, capturedOn: string | null): Promise<Result<ReadStory, string>> {
  const path = resolve(file);
  if (await isNotebook(path)) {
    if (capturedOn !== null) return err('--captured-on belongs to pages: a notebook knows its day (see --help).');
    return await withNotebook(path, async ({ notebook, rows }) => {
      const texts: DocRow[] = [];
      const reader = new StoryReader(await rootOf(notebook, keepingTexts(rows, notebook, texts)));
      return { kind: 'notebook', notebook, reader, drafts: draftsOf(notebook, reader, texts) };
    });
  }
  const opened = await readFile(path);
  if (!opened.ok) return err(opened.error.message);
  const { name, bytes } = opened.value;
  const exchanged = readExchanged(bytes, name);
  if (exchanged !== null) {
    if (capturedOn !== null)
      return err('--captured-on belongs to pages: a file of references has no such day (see --help).');
    return exchanged.ok ? ok({ kind: 'page', draft: exchanged.value }) : err(`“${name}”: ${exchanged.error.message}`);
  }
  const draft = readPage(bytes, { fileName: name, capturedOn });
  return draft.ok ? ok({ kind: 'page', draft: draft.value }) : err(`“${name}”: ${draft.error.message}`);
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
