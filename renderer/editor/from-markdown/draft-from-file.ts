import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import type { CaptureStore } from '../../persistence/captures.ts';
import type { ShownNotebook } from '../../session/shown-notebook.ts';
import type { DrawPicture } from '../images/store-picture.ts';
import { bringMarkdown } from './bring-markdown.ts';
import { makeDraft } from './make-draft.ts';
import { readInWorker } from './read-in-worker.ts';
import type { Answer } from './read-in-worker.ts';

/** Where a draft is made. */
interface FilePlace {
  readonly session: ShownNotebook;
  readonly captures: Pick<CaptureStore, 'put' | 'get'>;
  /** Aborted, nothing is made any more. */
  readonly signal: AbortSignal;
  /** How the file is read and its pictures drawn; otherwise in a worker and in the window. */
  readonly read?: (name: string, bytes: Uint8Array) => Answer;
  readonly draw?: DrawPicture;
}

interface MadeDraft {
  readonly ref: EntryRef;
  readonly title: string;
  /** What did not come along as it was, a sentence each. */
  readonly remarks: readonly string[];
}

/** Makes a draft of a Markdown file. Otherwise a sentence, which is '' where it was stopped, and nothing was made. */
export async function draftFromFile(file: File, place: FilePlace): Promise<Result<MadeDraft, string>> {
  const { session, captures, signal, draw } = place;
  const stopped = err('');
  const buffer = await file.arrayBuffer().catch(() => null);
  if (buffer === null)
    return err(`No draft was made: “${file.name}” cannot be read. It may have been moved, or its disk taken away.`);
  const bytes = new Uint8Array(buffer);
  const read = place.read?.(file.name, bytes) ?? (await readInWorker({ name: file.name, bytes }, signal));
  if (!read.ok) return read;
  if (signal.aborted) return stopped;
  const { blocks, remarks } = await bringMarkdown(read.value, {
    captures,
    notebook: session.id,
    isKnown: ({ kind, id }) => session.reader.entry(kind, id) !== undefined,
    ...(draw === undefined ? {} : { draw }),
  });
  if (signal.aborted) return stopped;
  const title = read.value.title.replace(/\s+/g, ' ').trim() || nameOf(file);
  const made = await makeDraft(session, title, blocks);
  return made.ok ? ok({ ref: made.value, title, remarks }) : made;
}

/** What a file is called without its ending. */
function nameOf({ name }: File): string {
  return name.replace(/\.[^.\s]{1,8}$/, '').trim() || name;
}
