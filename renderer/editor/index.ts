import { lazy } from 'react';
import type * as Y from 'yjs';
import type { NotebookUndo } from '../session/notebook-undo.ts';

export type { DraftFailure } from './bind-draft.ts';
export { citeClipboardType, citesToClipboard } from './citations/cite-clipboard.ts';
export { citeWhenOpened, lastDraft } from './citations/last-draft.ts';
export { PictureFrame } from './images/PictureFrame.tsx';
export { prepareRichText, RichTextField, type RichTextFieldProps } from './RichTextField.tsx';
export { RichTextView } from './RichTextView.tsx';

/** Where a draft is written; loaded when the first one is opened. */
export const DraftEditor = lazy(async () => ({ default: (await import('./DraftEditor.tsx')).DraftEditor }));

/** Makes changes of a draft's text undoable without its editor, in the notebook's one line of steps. */
export async function joinDraftUndo(undo: NotebookUndo, doc: Y.Doc): Promise<void> {
  (await import('./draft-undo.ts')).joinUndo(undo, doc);
}

/** What brings the texts of a notebook that came as Markdown into one; loaded when there are some. */
export async function loadBringText() {
  return (await import('./from-markdown/bring-text.ts')).bringText;
}

/** What makes drafts of Markdown files; loaded when the first one is chosen. */
export async function loadDraftFromFile() {
  return import('./from-markdown/draft-from-file.ts');
}
