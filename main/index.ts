/** The main process: the order in which its parts start and stop, and nothing else. */
import { app, BrowserWindow, session } from 'electron';
import { join } from 'node:path';
import type { Settings } from '../shared/bridge/index.ts';
import { createOpenedFiles, filesIn } from './files/opened.ts';
import { tellAll } from './ipc/events.ts';
import { serveDropped } from './ipc/dropped.ts';
import { serveMethods } from './ipc/methods.ts';
import { createJournalClient } from './journal/client.ts';
import { libraryFolder } from './journal/library-folder.ts';
import { createKeyring } from './library/encryption/keyring.ts';
import { systemProtection } from './library/encryption/safe-storage.ts';
import { createEncryptionServices } from './library/encryption/service.ts';
import { createSystemKeys } from './library/encryption/system-keys.ts';
import { createLibraryServices } from './library/services.ts';
import { createBriefDocuments } from './pdf/documents.ts';
import { createBriefExporter } from './pdf/export.ts';
import { applySettings, createServices } from './services.ts';
import { openSettings } from './settings/store.ts';
import { driverAttached, hook } from './testing-hooks.ts';
import { registerSchemes, serveApp } from './windows/app-protocol.ts';
import { openExternal } from './windows/external-links.ts';
import { harden, refuseNavigation } from './windows/hardening.ts';
import { openMainWindow } from './windows/main-window.ts';
import { showMenu } from './windows/menu.ts';
import { reloadOnChange } from './windows/reload.ts';
import { createSourcePages } from './windows/source-pages.ts';

/** Where the built code is: the bundles' own folder, and its neighbours. */
const code = __dirname;
const dist = join(code, '..');

function start(): void {
  const opened = createOpenedFiles(() => {
    tellAll('files.opened', undefined);
  });
  opened.add(filesIn(process.argv, process.cwd()));
  app.on('second-instance', (_event, _argv, _folder, data) => {
    opened.add(pathsFrom(data));
    bringForward();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    opened.add([path]);
  });
  refuseNavigation((url) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window !== undefined) void openExternal(url, window);
  });
  const store = openSettings(join(app.getPath('userData'), 'settings.json'), (message) => {
    console.error(message);
  });
  const documents = createBriefDocuments(join(dist, 'print'));
  const sourcePages = createSourcePages();
  const change = (changed: Partial<Settings>): Settings => {
    const settings = { ...store.get().settings, ...changed };
    store.set({ settings });
    applySettings(settings, BrowserWindow.getAllWindows());
    refreshMenu();
    return settings;
  };
  const refreshMenu = () => {
    showMenu({ settings: store.get().settings, change, development: !app.isPackaged });
  };
  const folder = () => libraryFolder(store);
  const systemKeys = createSystemKeys(join(app.getPath('userData'), 'library-keys.json'), systemProtection);
  const keyring = createKeyring(folder, systemKeys);
  const journal = createJournalClient(join(code, 'journal.cjs'), { folder, key: keyring.key }, tellAll);
  const encryption = createEncryptionServices({
    ...{ journal, folder, keyring, systemKeys },
    forgetCopies: () => session.defaultSession.clearStorageData({ storages: ['indexdb', 'localstorage'] }),
  });
  const library = createLibraryServices({
    journal,
    opened,
    folder,
    setFolder(folder) {
      store.set({ libraryFolder: folder });
      return store.flushed();
    },
    tell(progress) {
      tellAll('library.progress', progress);
    },
  });
  const exporter = createBriefExporter(documents);
  const work = {
    store,
    opened,
    documents,
    sourcePages,
    exporter,
    journal,
    encryption,
    library: library.services,
    change,
  };
  serveMethods(createServices(work));
  serveDropped(library.bring);
  stopCleanly(() => Promise.all([store.flushed(), journal.stop()]));

  void Promise.all([app.whenReady(), driverAttached()]).then(() => {
    harden(session.defaultSession);
    serveApp(session.defaultSession, join(dist, 'renderer'), join(dist, 'print'));
    documents.serve(session.defaultSession);
    sourcePages.serve(session.defaultSession);
    applySettings(store.get().settings, []);
    const open = () => {
      // The journal comes after the first picture, or with the page's first question.
      openMainWindow(code, store).once('ready-to-show', journal.start);
    };
    open();
    // Nothing of it is needed for the first picture.
    refreshMenu();
    app.on('activate', () => {
      if (BrowserWindow.getAllWindows().length === 0) open();
    });
    if (hook('BACKSTORY_DEV') !== undefined) reloadOnChange(join(dist, 'renderer'));
  });
}

/** What another start of the app, which ended at once, was asked to open. */
function pathsFrom(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('files' in data) || !Array.isArray(data.files)) return [];
  return data.files.filter((path: unknown) => typeof path === 'string');
}

function bringForward(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Ends with the last window (except on a Mac), and not before what is being written has been. */
function stopCleanly(flushed: () => Promise<unknown>): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let done = false;
  app.on('will-quit', (event) => {
    if (done) return;
    event.preventDefault();
    void flushed().finally(() => {
      done = true;
      // Not before this event is over: until then Electron takes the app for quitting and ignores the call.
      setImmediate(() => {
        app.quit();
      });
    });
  });
}

// Enabling it for all takes back a --no-sandbox, without which Chromium does not run as root; the windows ask for it themselves.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Short-lived objects in spaces of 4 MB instead of 16: collecting them takes as long in all, each time less, and windows and workers are smaller.
app.commandLine.appendSwitch('js-flags', '--max-semi-space-size=4');
registerSchemes();
const userData = hook('BACKSTORY_USER_DATA');
if (userData !== undefined) app.setPath('userData', userData);
// One window owns the notebooks: a second start hands its files to the first and ends.
if (app.requestSingleInstanceLock({ files: filesIn(process.argv, process.cwd()) })) start();
else app.quit();
