import type { NotebookUndo } from '../session/notebook-undo.ts';
import { toasts } from '../ui/index.ts';

/** Says what was done as the latest step, and offers to take it back for as long as it is the latest. */
export function offerUndo(undo: NotebookUndo, message: string): void {
  const id = toasts.show({ message, action: { label: 'Undo', run: () => void undo.undo() } });
  const stop = undo.onChange(() => {
    stop();
    toasts.close(id);
  });
}
