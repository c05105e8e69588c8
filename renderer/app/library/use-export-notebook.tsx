import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { LibraryProgress } from '../../../shared/bridge/index.ts';
import type { NotebookSession } from '../../session/notebook-session.ts';
import { useActions } from '../../session/actions.ts';
import { sizeWords, toasts } from '../../ui/index.ts';
import { actionIds } from '../action-ids.ts';
import { fileHashes } from './capture-hashes.ts';
import { useScreen, useServices } from '../services-context.ts';
import { WorkDialog } from './WorkDialog.tsx';

/** Bytes from which an export is worth a dialog; smaller ones are over before it could be read. */
const large = 8 * 1024 * 1024;
/** Longer names are cut: file systems have their limits, and the ending must stay. */
const longestName = 100;

/** Exports the open notebook as one file while it is in use. Gives the dialog of a large one. */
export function useExportNotebook(): ReactNode {
  const { bridge, captures, encrypted } = useServices();
  const screen = useScreen();
  const [progress, setProgress] = useState<LibraryProgress | null>(null);
  useEffect(
    () =>
      bridge.on('library.progress', (told) => {
        if (told.task === 'export' && told.total >= large) setProgress(told);
      }),
    [bridge],
  );

  const exportNotebook = async (session: NotebookSession): Promise<void> => {
    const state = await session.flush();
    if (state.kind === 'failed') {
      toasts.show({ message: `Not exported: the latest changes are not saved. ${state.message}`, tone: 'error' });
      return;
    }
    const missing = await captures.complete(session.id, await fileHashes(session), { compare: true });
    const title = session.reader.story().fields.title || 'Notebook';
    const suggestedName = `${title.slice(0, longestName).trim()}.backstory`;
    const saved = await bridge.library.export({ notebook: session.id, suggestedName }).finally(() => setProgress(null));
    if (saved.ok) {
      toasts.show({
        message: `Saved as “${saved.value.fileName}”, ${sizeWords(saved.value.bytes)}.${missingWords(missing.length)}${encrypted ? plainFile : ''}`,
        action: { label: 'Show in folder', run: () => void bridge.library.reveal() },
      });
    } else if (saved.error.reason !== 'cancelled') {
      toasts.show({ message: `Not exported. ${saved.error.message}`, tone: 'error' });
    }
  };
  const session = screen.kind === 'open' ? screen.notebook.session : null;
  useActions(
    session === null
      ? []
      : [
          {
            id: actionIds.exportNotebook,
            title: 'Export notebook…',
            group: 'Notebook',
            keywords: ['backstory', 'file', 'save', 'copy', 'backup', 'share'],
            run: () => void exportNotebook(session),
          },
        ],
  );
  if (progress === null) return null;
  const onCancel = (): void => void bridge.library.stop();
  return <WorkDialog title="Exporting" label="Writing the file" progress={progress} onCancel={onCancel} />;
}

/** Said of a file that leaves an encrypted library. */
const plainFile = ' The file is not encrypted: whoever has it can read it.';

function missingWords(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? ' One captured file or picture is not on this computer and not in it.'
    : ` ${count} captured files and pictures are not on this computer and not in it.`;
}
