import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import { writeDraftText } from '../../../shared/story/commands/write-draft.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { DraftBlock } from '../../../shared/story/draft-block.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import type { ShownNotebook } from '../../session/shown-notebook.ts';

/** Makes a draft of a text, as one undo step. Otherwise a sentence, and nothing was made. */
export async function makeDraft(
  session: Pick<ShownNotebook, 'writer' | 'undo' | 'draft'>,
  title: string,
  blocks: readonly DraftBlock[],
): Promise<Result<EntryRef, string>> {
  const id = session.writer.newId();
  const loaded = await session.draft(id);
  if (!loaded.ok) return err(`No draft was made. ${loaded.error.message}`);
  session.undo.step();
  const ref = createEntry(session.writer, { kind: 'drafts', id, fields: { title } });
  // Behind a table or picture the editor wants a line to write on, and would add it when the draft is opened: a step of its own.
  const last = blocks.at(-1)?.type;
  const isOpen = last === 'table' || last === 'image';
  writeDraftText(loaded.value.doc, isOpen ? [...blocks, { type: 'paragraph', spans: [] }] : blocks);
  session.undo.step();
  loaded.value.release();
  return ok(ref);
}
