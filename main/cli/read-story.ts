import { resolve } from 'node:path';
import { readPage } from '../../shared/imports/index.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import { readPage as readFile } from '../files/read-page.ts';

/** Reads a story from a file. The failure is one sentence for the user. */
export async function readStory(file: string, capturedOn: string | null): Promise<Result<ImportDraft, string>> {
  const opened = await readFile(resolve(file));
  if (!opened.ok) return err(opened.error.message);
  const { name, bytes } = opened.value;
  const draft = readPage(bytes, { fileName: name, capturedOn });
  return draft.ok ? draft : err(`“${name}”: ${draft.error.message}`);
}
