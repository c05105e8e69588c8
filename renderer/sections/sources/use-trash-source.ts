import { useCommands, useTitle } from '../../session/session-context.ts';
import { toasts } from '../../ui/index.ts';

/** Moves a source to the trash and offers to take that back. */
export function useTrashSource(id: string): () => void {
  const { remove, restore } = useCommands();
  const title = useTitle({ kind: 'sources', id });
  const ref = { kind: 'sources', id };
  return () => {
    remove(ref);
    toasts.show({ message: `“${title ?? ''}” is in the trash.`, action: { label: 'Undo', run: () => restore(ref) } });
  };
}
