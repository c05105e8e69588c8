import { notebookMarkdownIn, readNotebookMarkdown } from '../../shared/exports/index.ts';
import { readPage, readStoryText, readTable } from '../../shared/imports/index.ts';
import {
  draftOfAnnotations,
  draftOfReferences,
  formatOfFile,
  nothingKnown,
  readAnnotations,
  readReferences,
} from '../../shared/interchange/index.ts';
import { ok } from '../../shared/lib/result.ts';
import type { PageInput } from './page-input.ts';
import type { AnyReadOptions, ReadOutcome } from './read-in-worker.ts';

/** Reads what was brought, by what it is: a notebook as Markdown, a table of events, a file of references or annotations, or else a story page. */
export function readAny(
  content: PageInput['content'],
  { known, table: hints, ...options }: AnyReadOptions,
): ReadOutcome {
  const markdown = notebookMarkdownIn(content);
  if (markdown !== null) return ok(readNotebookMarkdown(markdown, { ...options, newId: () => crypto.randomUUID() }));
  const table = readTable(content, { fileName: options.fileName, ...hints });
  if (table !== null) return table.ok ? ok({ fileName: options.fileName, table: table.value }) : table;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const format = formatOfFile(bytes, options.fileName);
  if (format === null)
    return typeof content === 'string' ? readStoryText(content, options) : readPage(content, options);
  if (format === 'jsonld') {
    const read = readAnnotations(bytes, options.fileName, known ?? nothingKnown, () => crypto.randomUUID());
    return read.ok ? ok(draftOfAnnotations(read.value)) : read;
  }
  const read = readReferences(bytes, options.fileName);
  return read.ok ? ok(draftOfReferences(read.value)) : read;
}
