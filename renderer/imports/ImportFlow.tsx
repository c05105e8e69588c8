import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Bridge } from '../../shared/bridge/index.ts';
import { AddSourcesFlow } from '../captures/flow/index.ts';
import type { AddSources, Brought } from '../captures/flow/index.ts';
import { ExportFlow } from '../interchange/index.ts';
import type { CaptureStore } from '../persistence/captures.ts';
import type { Library } from '../persistence/library.ts';
import type { OpenNotebook } from '../session/session-context.ts';
import { toasts } from '../ui/index.ts';
import { DropTarget } from './DropTarget.tsx';
import { ImportController } from './import-controller.ts';
import { ImportStage } from './ImportStage.tsx';
import { incomingFiles, incomingOrSources, isNotebookFile } from './incoming-files.ts';
import { PasteDialog } from './PasteDialog.tsx';
import { pastedName } from './page-input.ts';
import { readInWorker } from './read-in-worker.ts';
import { useImportActions } from './use-import-actions.ts';
import { usePastedText } from './use-pasted-text.ts';

export interface ImportFlowProps {
  readonly bridge: Bridge;
  readonly library: Library;
  readonly captures: CaptureStore;
  /** The notebook that is open; null on the home screen, and where nothing may be brought into it. */
  readonly open: OpenNotebook | null;
  /** The notebook that is open, which may be one to be read only; null on the home screen. */
  readonly shown: OpenNotebook | null;
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
  const { bridge, library, captures, open, shown, current, openNotebook, closeNotebook, onNotebookFiles } = props;
  const [controller] = useState(() => new ImportController());
  const sources = useRef<AddSources>(null);
  useEffect(() => {
    const addSources = (brought: readonly Brought[]): void => sources.current?.bring(brought);
    const window = { current, openNotebook, closeNotebook, addSources, say: sayIt };
    controller.connect({ library, captures, read: readInWorker, ...window });
  });
  const state = useSyncExternalStore(
    (listener) => controller.onChange(listener),
    () => controller.state(),
  );
  const [pasting, setPasting] = useState<keyof typeof pastes | null>(null);
  const takeFiles = useCallback(
    (files: readonly File[]) => {
      const notebooks = files.filter(isNotebookFile);
      if (notebooks.length > 0) onNotebookFiles(notebooks);
      const others = files.filter((file) => !isNotebookFile(file));
      const now = current();
      const incoming = now === null ? incomingFiles(others) : incomingOrSources(others, showsSources(now));
      void incoming.then((all) => controller.add(all));
    },
    [controller, current, onNotebookFiles],
  );
  const takeText = useCallback(
    (text: string, html = '') => {
      setPasting(null);
      const now = current();
      const orSource = now !== null && showsSources(now);
      controller.add([{ name: pastedName, content: text, orSource, ...(html === '' ? {} : { html }) }]);
    },
    [controller, current],
  );
  useImportActions({ bridge, controller, isOpen: open !== null, onPaste: setPasting });
  usePastedText(takeText, takeFiles);
  return (
    <>
      <DropTarget words={() => dropWords(open)} onFiles={takeFiles} />
      {pasting !== null && <PasteDialog {...pastes[pasting]} onText={takeText} onCancel={() => setPasting(null)} />}
      <ImportStage controller={controller} state={state} open={open} />
      {shown !== null && <ExportFlow key={`export/${shown.session.id}`} bridge={bridge} open={shown} />}
      {open !== null && <AddSourcesFlow key={open.session.id} ref={sources} {...{ bridge, captures, open }} />}
    </>
  );
}

/** What can be pasted by name. */
const pastes = {
  page: {
    title: 'Paste a story page',
    label: 'The page’s text',
    description: 'Select everything on the page, copy it, and paste it here.',
  },
  table: {
    title: 'Paste a table of events',
    label: 'The table’s cells',
    description: 'Select the cells in the spreadsheet, with the names of the columns, copy them, and paste them here.',
    hasFormatting: true,
  },
} as const;

function dropWords(open: OpenNotebook | null): string {
  if (open === null) return 'Drop to begin a notebook with this page';
  if (showsSources(open)) return 'Drop to add these as sources';
  return 'Drop to add sources, or to update this notebook from a story page';
}

/** Whether the window shows the sources: what is brought there becomes one, unless it is a story page. */
function showsSources({ view }: OpenNotebook): boolean {
  return view.place().view === 'sources';
}

function sayIt(message: string, undo?: () => void): void {
  toasts.show({ message, ...(undo === undefined ? {} : { action: { label: 'Undo', run: undo } }) });
}
