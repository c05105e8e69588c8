import { useCallback, useEffect } from 'react';
import type { Bridge } from '../../shared/bridge/index.ts';
import { useActions } from '../session/actions.ts';
import type { ImportController } from './import-controller.ts';
import { incomingFile } from './page-input.ts';

interface ImportActions {
  readonly bridge: Bridge;
  readonly controller: ImportController;
  /** Whether a notebook is open, which a page can update. */
  readonly isOpen: boolean;
  readonly onPaste: (what: 'page' | 'table') => void;
}

/** What can be imported by name, and what the system asks the app to open. */
export function useImportActions({ bridge, controller, isOpen, onPaste }: ImportActions): void {
  const openPage = useCallback(
    async (into?: 'update') => {
      const incoming = incomingFile(await bridge.files.openPage());
      if (incoming === null) return;
      controller.add([into === undefined || 'failure' in incoming ? incoming : { ...incoming, into }]);
    },
    [bridge, controller],
  );
  const openExchange = useCallback(async () => {
    const incoming = incomingFile(await bridge.files.openExchange());
    if (incoming !== null) controller.add([incoming]);
  }, [bridge, controller]);
  useEffect(() => {
    const take = async (): Promise<void> => {
      for (const opened of await bridge.files.takeOpened()) {
        const incoming = incomingFile(opened);
        if (incoming !== null) controller.add([incoming]);
      }
    };
    void take();
    return bridge.on('files.opened', () => void take());
  }, [bridge, controller]);
  const keywords = ['import', 'page', 'file', 'text', 'html', 'json'];
  useActions([
    {
      id: 'page.open',
      title: 'Open story page…',
      group: 'Import',
      shortcut: 'Mod+O',
      keywords,
      run: () => void openPage(),
    },
    {
      id: 'page.import',
      title: 'Paste story page…',
      group: 'Import',
      shortcut: 'Mod+Shift+I',
      keywords: [...keywords, 'clipboard'],
      run: () => onPaste('page'),
    },
    {
      id: 'table.open',
      title: 'Import timeline…',
      group: 'Import',
      keywords: [
        'csv',
        'tsv',
        'spreadsheet',
        'excel',
        'table',
        'ics',
        'icalendar',
        'calendar',
        'timelinejs',
        'events',
        'rows',
      ],
      run: () => void openPage(),
    },
    {
      id: 'table.paste',
      title: 'Paste table of events…',
      group: 'Import',
      keywords: ['spreadsheet', 'excel', 'sheets', 'csv', 'cells', 'timeline', 'clipboard'],
      run: () => onPaste('table'),
    },
    {
      id: 'exchange.open',
      title: 'Import references or annotations…',
      group: 'Import',
      keywords: ['ris', 'bibtex', 'biblatex', 'csl', 'zotero', 'bibliography', 'highlights', 'json-ld', 'citations'],
      run: () => void openExchange(),
    },
    ...(isOpen
      ? [
          {
            id: 'page.update',
            title: 'Update from page…',
            group: 'Import',
            keywords: [...keywords, 'compare', 'newer'],
            run: () => void openPage('update'),
          },
        ]
      : []),
  ]);
}
