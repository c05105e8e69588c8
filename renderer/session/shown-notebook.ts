import * as Y from 'yjs';
import type { Result } from '../../shared/lib/result.ts';
import type { Writer } from '../../shared/story/commands/writer.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import type { LoadProblem } from '../persistence/document-store.ts';
import type { DraftDocument } from './notebook-session.ts';
import { NotebookUndo } from './notebook-undo.ts';

/** What the views need of a notebook to show it. */
export interface ShownNotebook {
  readonly id: string;
  readonly reader: StoryReader;
  readonly writer: Writer;
  readonly undo: NotebookUndo;
  /** The text of one draft; released when it is no longer shown. */
  draft(draftId: string): Promise<Result<DraftDocument, LoadProblem>>;
}

/** An earlier state of a notebook. Nothing can be written into it. */
export interface PastNotebook extends ShownNotebook {
  /** The moment it is shown as of, milliseconds since 1970. */
  readonly at: number;
  dispose(): void;
}

/** What an earlier state is made of. */
interface PastState {
  readonly id: string;
  readonly at: number;
  /** The root document as it stood. It is destroyed with the notebook. */
  readonly doc: Y.Doc;
  readonly draft: ShownNotebook['draft'];
}

/**
 * A notebook to show an earlier state in. Its writer leads into a document that nobody reads and its line of undo steps is empty:
 * a command that is run here by mistake changes nothing.
 */
export function pastNotebook({ id, at, doc, draft }: PastState): PastNotebook {
  const reader = new StoryReader(doc);
  const nowhere = new Y.Doc();
  const moment = new Date(at).toISOString();
  return {
    id,
    at,
    reader,
    writer: { doc: nowhere, newId: () => crypto.randomUUID(), now: () => moment, author: '' },
    undo: new NotebookUndo(),
    draft,
    dispose: () => {
      reader.dispose();
      nowhere.destroy();
      doc.destroy();
    },
  };
}
