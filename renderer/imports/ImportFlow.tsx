import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Bridge } from '../../shared/bridge/index.ts';
import type { CaptureStore } from '../persistence/captures.ts';
import type { Library } from '../persistence/library.ts';
import type { OpenNotebook } from '../session/session-context.ts';
import { toasts } from '../ui/index.ts';
import { AddSourceFlow } from './AddSourceFlow.tsx';
import { DropTarget } from './DropTarget.tsx';
import { ImportController } from './import-controller.ts';
import { ImportStage } from './ImportStage.tsx';
import { incomingFiles, isNotebookFile } from './incoming-files.ts';
import { PasteDialog } from './PasteDialog.tsx';
import { pastedName } from './page-input.ts';
import { readInWorker } from './read-in-worker.ts';
import { useImportActions } from './use-import-actions.ts';
import { usePastedText } from './use-pasted-text.ts';

export interface ImportFlowProps {
  readonly bridge: Bridge;
  readonly library: Library;
  readonly captures: CaptureStore;
  /** The notebook that is open; null on the home screen. */
  readonly open: OpenNotebook | null;
  /** As `open`, asked at any moment, between two pictures too. */
  readonly current: () => OpenNotebook | null;
  /** Shows a notebook in the window; null where it could not be opened. */
  readonly openNotebook: (id: string) => Promise<OpenNotebook | null>;
  /** Goes back to the list of notebooks. */
  readonly closeNotebook: () => Promise<void>;
  /** Takes what was dropped and is a notebook. */
  readonly onNotebookFiles: (files: readonly File[]) => void;
}

/**
 * Everything that is brought in from outside: pages dropped, pasted or opened become a notebook or an update of the open
 * one; texts become sources. Mounted once, beside whatever the window shows.
 */
export function ImportFlow(props: ImportFlowProps) {
  const { bridge, library, captures, open, current, openNotebook, closeNotebook, onNotebookFiles } = props;
  const [controller] = useState(() => new ImportController());
  useEffect(() => {
    const services = { library, captures, current, openNotebook, closeNotebook, say: sayIt, read: readInWorker };
    controller.connect(services);
  });
  const state = useSyncExternalStore(
    (listener) => controller.onChange(listener),
    () => controller.state(),
  );
  const [pasting, setPasting] = useState(false);
  const takeFiles = useCallback(
    (files: readonly File[]) => {
      const notebooks = files.filter(isNotebookFile);
      if (notebooks.length > 0) onNotebookFiles(notebooks);
      void incomingFiles(files.filter((file) => !isNotebookFile(file))).then((incoming) => controller.add(incoming));
    },
    [controller, onNotebookFiles],
  );
  const takeText = useCallback(
    (text: string) => {
      setPasting(false);
      controller.add([{ name: pastedName, content: text }]);
    },
    [controller],
  );
  useImportActions({ bridge, controller, isOpen: open !== null, onPaste: () => setPasting(true) });
  usePastedText(takeText, takeFiles);
  const words =
    open === null ? 'Drop to begin a notebook with this page' : 'Drop to import this page, or to update this notebook';
  return (
    <>
      <DropTarget words={words} onFiles={takeFiles} />
      {pasting && (
        <PasteDialog
          title="Paste a story page"
          label="The page’s text"
          description="Select everything on the page, copy it, and paste it here."
          onText={takeText}
          onCancel={() => setPasting(false)}
        />
      )}
      <ImportStage controller={controller} state={state} open={open} />
      {open !== null && <AddSourceFlow bridge={bridge} captures={captures} open={open} />}
    </>
  );
}

function sayIt(message: string, undo?: () => void): void {
  toasts.show({ message, ...(undo === undefined ? {} : { action: { label: 'Undo', run: undo } }) });
}
