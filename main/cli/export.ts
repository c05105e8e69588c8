import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import * as Y from 'yjs';
import type { JournalRow } from '../../shared/bridge/index.ts';
import {
  briefFormats,
  storyFormats,
  writeDocx,
  writeHtml,
  writeStory,
  type BriefFormat,
  type StoryFormat,
} from '../../shared/exports/index.ts';
import { type DayOrder, fullStoryJson, snapshotOf } from '../../shared/imports/index.ts';
import { writeAnnotations, writeReferences } from '../../shared/interchange/index.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { writeDraftText } from '../../shared/story/commands/write-draft.ts';
import { draftDocId, rootDocId, storyMap } from '../../shared/story/document.ts';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { reasonOf } from '../files/read-page.ts';
import { unwatched } from '../library/work.ts';
import { type NotebookContent, writeNotebookFile } from '../library/write-notebook-file.ts';
import type { ExportFormat } from './arguments.ts';
import { fullBrief } from './full-brief.ts';
import { notebookOf, type MadeNotebook } from './notebook.ts';
import { quotedList } from './quoted-list.ts';
import { withNotebook } from './read-notebook.ts';
import { isNotebook, readStory, type ReadStory } from './read-story.ts';

/** Writes a page or a notebook in another form. Gives nothing to say. */
export async function exportStory(
  file: string,
  format: ExportFormat,
  out: string,
  capturedOn: string | null,
  dateOrder?: DayOrder,
): Promise<Result<string, string>> {
  const to = resolve(out);
  try {
    if (format === 'backstory') return await asNotebook(file, to, capturedOn, dateOrder);
    const story = await readStory(file, capturedOn, dateOrder);
    if (!story.ok) return story;
    const notebook = story.value.kind === 'notebook' ? story.value : await asRead(story.value.draft);
    const made = isBriefFormat(format) ? ok(await writtenBrief(notebook, format)) : written(notebook, format);
    if (!made.ok) return made;
    await writeAtomically(to, made.value);
    return ok('');
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return err(`“${basename(to)}” could not be saved: ${reasonOf(error, 'writing')}.`);
  }
}

/** What exports are made of. */
type Notebook = Omit<Extract<ReadStory, { readonly kind: 'notebook' }>, 'kind'>;

/** A story in one of the forms that are text. */
function written(
  { notebook, reader, drafts, picture }: Notebook,
  format: Exclude<ExportFormat, 'backstory' | BriefFormat>,
): Result<string, string> {
  if (isStoryFormat(format)) {
    const exported = writeStory(reader, format, { at: new Date().toISOString(), notebook, drafts, picture });
    if (!exported.ok) return err(exported.error.message);
    const { text, leftOut } = exported.value;
    if (leftOut.length > 0)
      process.stderr.write(`Left out for want of a date that can be written: ${quotedList(leftOut)}.\n`);
    return ok(text);
  }
  switch (format) {
    case 'json':
      return ok(`${JSON.stringify(fullStoryJson(snapshotOf(reader), drafts), null, 2)}\n`);
    case 'jsonld':
      return ok(writeAnnotations({ title: reader.story().fields.title, entries: snapshotOf(reader).entries }));
    default:
      return ok(writeReferences(reader.list('sources'), format));
  }
}

function isStoryFormat(format: ExportFormat): format is StoryFormat {
  return storyFormats.some((one) => one === format);
}

function isBriefFormat(format: ExportFormat): format is BriefFormat {
  return briefFormats.some((one) => one === format);
}

/** The print styles and fonts, beside the command line's own bundle. */
const printFolder = join(import.meta.dirname, '..', 'print');

/** The brief of everything. */
async function writtenBrief(
  { reader, drafts, picture }: Notebook,
  format: BriefFormat,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const brief = fullBrief({ input: reader, drafts, options: { images: picture } });
  if (format === 'docx') return writeDocx(brief, { paper: 'A4', at: new Date().toISOString() });
  const sheets = ['brief.css', 'reading.css'].map((name) => readFile(join(printFolder, name), 'utf8'));
  const css = (await Promise.all(sheets)).join('\n');
  const files = await readdir(join(printFolder, 'fonts'));
  const fonts = await Promise.all(
    files
      .filter((file) => file.endsWith('.woff2'))
      .map(async (file) => [file, await readFile(join(printFolder, 'fonts', file), 'base64')] as const),
  );
  const known = new Map(fonts);
  return writeHtml(brief, { css, fontOf: (file) => known.get(file) ?? null });
}

/** What was read of a page, as a notebook of its own. */
async function asRead(draft: ImportDraft): Promise<Notebook> {
  const { id, doc, drafts } = await notebookOf(draft);
  return { notebook: id, reader: new StoryReader(doc), drafts, picture: () => null };
}

async function asNotebook(
  file: string,
  to: string,
  capturedOn: string | null,
  dateOrder?: DayOrder,
): Promise<Result<string, string>> {
  const write = async (content: NotebookContent): Promise<string> => {
    await writeNotebookFile(to, content, unwatched);
    return '';
  };
  if (await isNotebook(resolve(file))) return await withNotebook(resolve(file), write);
  const story = await readStory(file, capturedOn, dateOrder);
  if (!story.ok) return story;
  if (story.value.kind === 'notebook') throw new Error('A notebook was read as a page');
  const made = await notebookOf(story.value.draft);
  const title = storyMap(made.doc).get('title');
  return ok(await write({ notebook: made.id, title: typeof title === 'string' ? title : '', ...wholeOf(made) }));
}

/** A new notebook's only changes: all of it at once, and the text of each draft. */
function wholeOf({ id, doc, drafts }: MadeNotebook): Pick<NotebookContent, 'rows' | 'captures'> {
  const now = Date.now();
  const texts = drafts
    .filter(({ blocks }) => blocks.length > 0)
    .map((draft) => {
      const text = new Y.Doc();
      writeDraftText(text, draft.blocks);
      return [draftDocId(id, draft.id), text] as const;
    });
  const session = randomUUID();
  const rows = [[rootDocId(id), doc] as const, ...texts].map(([name, one], at): JournalRow => ({
    seq: at + 1,
    doc: name,
    bytes: new Uint8Array(Y.encodeStateAsUpdate(one)),
    at: now,
    kept: now,
    author: '',
    authorId: null,
    session,
    origin: 'import',
    step: 1,
  }));
  return { rows: each([rows]), captures: each([]) };
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}
