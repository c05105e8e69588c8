import type * as Y from 'yjs';
import { draftRoot } from '../../shared/story/document.ts';
import type { NotebookUndo } from '../session/notebook-undo.ts';
import { DraftEdit } from './bind-draft.ts';
import { mendUndo } from './mend-redone.ts';

const followed = new WeakSet<Y.Doc>();

/**
 * Makes what is typed into a draft part of the notebook's one line of undo steps. Once per loaded document: the steps outlive
 * the editor, so that going to another view and back takes nothing away.
 */
export function joinUndo(undo: NotebookUndo, doc: Y.Doc): void {
  if (followed.has(doc)) return;
  followed.add(doc);
  mendUndo(doc);
  undo.add(doc.guid, draftRoot(doc), [DraftEdit]);
}
