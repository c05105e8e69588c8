import { useCallback } from 'react';
import { sameRef } from '../../../shared/story/ref.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { useCommands, useSession, useView } from '../../session/session-context.ts';
import { toasts } from '../../ui/index.ts';

/** Puts an entry in the trash and offers to take that back. */
export function useRemoveEntry(): (ref: EntryRef) => void {
  const { reader } = useSession();
  const view = useView();
  const commands = useCommands();
  return useCallback(
    (ref) => {
      const title = reader.titleOf(ref) ?? 'The entry';
      commands.remove(ref);
      if (sameRef(view.selection(), ref)) view.select(null);
      toasts.show({
        message: `“${title}” is in the trash.`,
        action: { label: 'Undo', run: () => commands.restore(ref) },
      });
    },
    [reader, view, commands],
  );
}
