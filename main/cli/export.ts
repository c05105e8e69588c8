import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import * as Y from 'yjs';
import type { JournalRow } from '../../shared/bridge/index.ts';
import { storyFormats, writeStory, type StoryFormat } from '../../shared/exports/index.ts';
import { fullStoryJson, snapshotOf } from '../../shared/imports/index.ts';
import { writeAnnotations, writeReferences } from '../../shared/interchange/index.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { rootDocId, storyMap } from '../../shared/story/document.ts';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { reasonOf } from '../files/read-page.ts';
import { unwatched } from '../library/work.ts';
import { type NotebookContent, writeNotebookFile } from '../library/write-notebook-file.ts';
import type { ExportFormat } from './arguments.ts';
import { notebookOf } from './notebook.ts';
import { withNotebook } from './read-notebook.ts';
import { isNotebook, readStory, type ReadStory } from './read-story.ts';

/** Writes a page or a notebook in another form. Gives nothing to say. */
export async function exportStory(
  file: string,
  format: ExportFormat,
  out: string,
  capturedOn: string | null,
): Promise<Result<string, string>> {
  const to = resolve(out);
  try {
    if (format === 'backstory') return await asNotebook(file, to, capturedOn);
    const story = await readStory(file, capturedOn);
    if (!story.ok) return story;
    const text = await written(story.value, format);
    if (!text.ok) return text;
    await writeAtomically(to, text.value);
    return ok('');
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return err(`“${basename(to)}” could not be saved: ${reasonOf(error, 'writing')}.`);
  }
}

/** A story in one of the forms that are text. */
async function written(story: ReadStory, format: Exclude<ExportFormat, 'backstory'>): Promise<Result<string, string>> {
  const { notebook, reader, drafts } = story.kind === 'notebook' ? story : await asRead(story.draft);
  if (isStoryFormat(format)) {
    const exported = writeStory(reader, format, { at: new Date().toISOString(), notebook, drafts });
    if (!exported.ok) return err(exported.error.message);
    const { text, leftOut } = exported.value;
    if (leftOut.length > 0)
      process.stderr.write(`Left out for want of a date that can be written: ${quotedList(leftOut)}.\n`);
    return ok(text);
  }
  switch (format) {
    case 'json':
      return ok(`${JSON.stringify(fullStoryJson(snapshotOf(reader)), null, 2)}\n`);
    case 'jsonld':
      return ok(writeAnnotations({ title: reader.story().fields.title, entries: snapshotOf(reader).entries }));
    default:
      return ok(writeReferences(reader.list('sources'), format));
  }
}

function isStoryFormat(format: ExportFormat): format is StoryFormat {
  return storyFormats.some((one) => one === format);
}

/** More are counted, not named. */
const mostNamed = 10;

/** Titles as one line. */
function quotedList(titles: readonly string[]): string {
  const named = titles.slice(0, mostNamed).map((title) => `“${title.replace(/[\s\p{Cc}]+/gu, ' ')}”`);
  const more = titles.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What was read of a page, as a notebook of its own. */
async function asRead(draft: ImportDraft) {
  const { id, doc } = await notebookOf(draft);
  return { notebook: id, reader: new StoryReader(doc), drafts: [] };
}

async function asNotebook(file: string, to: string, capturedOn: string | null): Promise<Result<string, string>> {
  const write = async (content: NotebookContent): Promise<string> => {
    await writeNotebookFile(to, content, unwatched);
    return '';
  };
  if (await isNotebook(resolve(file))) return await withNotebook(resolve(file), write);
  const story = await readStory(file, capturedOn);
  if (!story.ok) return story;
  if (story.value.kind === 'notebook') throw new Error('A notebook was read as a page');
  const { id, doc } = await notebookOf(story.value.draft);
  const title = storyMap(doc).get('title');
  return ok(await write({ notebook: id, title: typeof title === 'string' ? title : '', ...wholeOf(id, doc) }));
}

/** A new notebook's only change: all of it at once. */
function wholeOf(id: string, doc: Y.Doc): Pick<NotebookContent, 'rows' | 'captures'> {
  const now = Date.now();
  const row: JournalRow = {
    seq: 1,
    doc: rootDocId(id),
    bytes: new Uint8Array(Y.encodeStateAsUpdate(doc)),
    at: now,
    kept: now,
    author: '',
    authorId: null,
    session: randomUUID(),
    origin: 'import',
    step: 1,
  };
  return { rows: each([[row]]), captures: each([]) };
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}
