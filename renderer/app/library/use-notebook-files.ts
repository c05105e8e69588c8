import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { ResultOf } from '../../../shared/bridge/index.ts';
import { useActions } from '../../session/actions.ts';
import { toasts } from '../../ui/index.ts';
import { actionIds } from '../action-ids.ts';
import { useServices } from '../services-context.ts';
import { lookInto } from './look-into.ts';
import { NotebookFiles } from './notebook-files.ts';
import type { FileStage } from './notebook-files.ts';

interface NotebookFileImport {
  readonly files: NotebookFiles;
  readonly stage: FileStage | null;
  /** Takes notebook files that were dropped on the window. */
  readonly drop: (dropped: readonly File[]) => void;
}

/** Notebook files from the open dialog, a drop, a double click or the command line. Mounted once, whatever the window shows. */
export function useNotebookFiles(): NotebookFileImport {
  const { bridge, library, store, screens } = useServices();
  const [files] = useState(() => {
    const open = async (id: string) => {
      await screens.open(id);
      const screen = screens.current();
      return screen.kind === 'open' && screen.id === id
        ? { session: screen.notebook.session, view: screen.view }
        : null;
    };
    const say = (message: string): void => void toasts.show({ message });
    return new NotebookFiles({ bridge, library, store, open, close: () => screens.home(), say, look: lookInto });
  });
  const take = useCallback(
    (brought: ResultOf<'library.openFile'>, name = 'The file') => {
      if (brought.ok) files.add(brought.value);
      else if (brought.error.reason !== 'cancelled') files.refuse(name, brought.error.message);
    },
    [files],
  );
  useEffect(() => files.follow(), [files]);
  useEffect(() => {
    const takeOpened = async (): Promise<void> => {
      for (const brought of await bridge.library.takeOpened()) take(brought);
    };
    void takeOpened();
    return bridge.on('files.opened', () => void takeOpened());
  }, [bridge, take]);
  const drop = useCallback(
    (dropped: readonly File[]) => {
      for (const file of dropped) void bridge.bring(file).then((brought) => take(brought, file.name));
    },
    [bridge, take],
  );
  useActions([
    {
      id: actionIds.importNotebook,
      title: 'Import notebook…',
      group: 'Notebook',
      keywords: ['backstory', 'file', 'open', 'copy', 'backup', 'merge'],
      run: () => void bridge.library.openFile().then((brought) => take(brought)),
    },
  ]);
  const stage = useSyncExternalStore(
    (listener) => files.onChange(listener),
    () => files.stage(),
  );
  return { files, stage, drop };
}
