import { app, nativeTheme, type BrowserWindow } from 'electron';
import { methodNames, type MethodName, type Settings } from '../shared/bridge/index.ts';
import { createFetchServices } from './fetch/index.ts';
import { openWithDialog, pageFilters } from './files/dialogs.ts';
import { isNotebookFile, type OpenedFiles } from './files/opened.ts';
import { createExchangeFiles } from './files/exchange-files.ts';
import { createSourceFiles } from './files/source-files.ts';
import { tell, tellAll } from './ipc/events.ts';
import type { Services } from './ipc/methods.ts';
import type { JournalClient } from './journal/client.ts';
import type { EncryptionServices } from './library/encryption/service.ts';
import type { LibraryServices } from './library/services.ts';
import type { BriefExporter } from './pdf/export.ts';
import type { BriefPreviewer } from './pdf/preview.ts';
import type { SettingsStore } from './settings/store.ts';
import type { SyncServices } from './sync/service.ts';
import { openExternal } from './windows/external-links.ts';
import type { SourcePages } from './windows/source-pages.ts';

/** What the services work with. */
export interface Parts {
  readonly store: SettingsStore;
  readonly opened: OpenedFiles;
  readonly previewer: BriefPreviewer;
  readonly sourcePages: SourcePages;
  readonly exporter: BriefExporter;
  readonly journal: JournalClient;
  readonly library: LibraryServices['services'];
  readonly encryption: EncryptionServices;
  readonly sync: SyncServices;
  /** Changes settings and lets them take effect everywhere. */
  readonly change: (change: Partial<Settings>) => Settings;
}

/** The work behind each method of the bridge. */
export function createServices({
  store,
  opened,
  previewer,
  sourcePages,
  exporter,
  journal,
  library,
  encryption,
  sync,
  change,
}: Parts): Services {
  /** A notebook chosen where a page was asked for goes where notebooks go. */
  const divert = (path: string): boolean => {
    if (!isNotebookFile(path)) return false;
    opened.add([path]);
    return true;
  };
  return {
    'app.info': () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      platform: process.platform,
    }),
    'settings.get': () => store.get().settings,
    'settings.set': (changed) => change(changed),
    'window.setTitle': ({ title }, window) => {
      window.setTitle(title);
      return undefined;
    },
    'files.openPage': (_args, window) => openWithDialog(window, 'Open a story page or a timeline', pageFilters, divert),
    'files.takeOpened': () => opened.take(),
    'source.show': ({ html }) => ({ url: sourcePages.put(html) }),
    'brief.preview': ({ job }, window) =>
      previewer.run(job, (progress) => {
        tell(window, 'brief.progress', { of: 'preview', ...progress });
      }),
    'brief.cancelPreview': () => {
      previewer.cancel();
      return undefined;
    },
    'brief.exportPdf': ({ job, suggestedName }, window) =>
      exporter.run(job, suggestedName, window, (progress) => {
        tell(window, 'brief.progress', { of: 'export', ...progress });
      }),
    'brief.cancelExport': () => {
      exporter.cancel();
      return undefined;
    },
    'brief.reveal': () => {
      exporter.reveal();
      return undefined;
    },
    'shell.openExternal': ({ url }, window) => openExternal(url, window),
    ...createSourceFiles(),
    ...createExchangeFiles(),
    ...createFetchServices(),
    ...sync,
    ...handOver(journal),
    ...library,
    ...encryption,
  };
}

type JournalMethod = Extract<MethodName, `journal.${string}`>;

/** What the journal's process does. */
function handOver(journal: JournalClient): Pick<Services, JournalMethod> {
  const isJournals = (name: MethodName): name is JournalMethod => name.startsWith('journal.');
  const services = methodNames
    .filter(isJournals)
    .map((name) => [name, (args: Parameters<Services[typeof name]>[0]) => journal.call(name, args)]);
  // Object.fromEntries forgets which keys it made; they are exactly these names.
  return Object.fromEntries(services) as Pick<Services, JournalMethod>;
}

/** Lets settings take effect: colours, text size, and what the pages show of them. */
export function applySettings(settings: Settings, windows: readonly BrowserWindow[]): void {
  nativeTheme.themeSource = settings.theme;
  for (const window of windows) window.webContents.setZoomFactor(settings.textScale);
  tellAll('settings.changed', settings);
}
