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
import { createBriefPreviewer } from './pdf/preview.ts';
import { applySettings, createServices } from './services.ts';
import { openSettings } from './settings/store.ts';
import { createSyncClient } from './sync/client.ts';
import { createInvites, takeLinks } from './sync/invites.ts';
import { createMasterKey } from './sync/keys/master-key.ts';
import { createSyncServices } from './sync/service.ts';
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

function start(links: readonly string[]): void {
  const invites = createInvites(() => {
    tellAll('sync.invited', undefined);
  });
  const opened = createOpenedFiles(
    () => {
      tellAll('files.opened', undefined);
    },
    (link) => invites.add([link]),
  );
  invites.add(links);
  opened.add(filesIn(process.argv, process.cwd()));
  app.on('second-instance', (_event, _argv, _folder, data) => {
    opened.add(textsFrom(data, 'files'));
    invites.add(textsFrom(data, 'links'));
    bringForward();
  });
  // A Mac opens links so.
  app.on('open-url', (event, url) => {
    event.preventDefault();
    invites.add([url]);
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
  const syncFolder = join(app.getPath('userData'), 'sync');
  const masterKey = createMasterKey(syncFolder, systemProtection);
  const syncPlace = { folder: syncFolder, key: masterKey.key };
  const syncClient = createSyncClient(join(code, 'sync.cjs'), syncPlace, journal, tellAll);
  const sync = createSyncServices({ client: syncClient, masterKey, invites, folder: syncFolder });
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
    previewer: createBriefPreviewer(documents),
    sourcePages,
    exporter,
    journal,
    encryption,
    sync,
    library: library.services,
    change,
  };
  serveMethods(createServices(work));
  serveDropped(library.bring);
  // On a Mac the app goes on without a window: then nothing is open any more, and teammates must not go on seeing somebody here.
  app.on('window-all-closed', () => void syncClient.stop());
  stopCleanly(() => Promise.all([store.flushed(), syncClient.stop().then(journal.stop)]));

  void Promise.all([app.whenReady(), driverAttached()]).then(() => {
    harden(session.defaultSession);
    serveApp(session.defaultSession, join(dist, 'renderer'), join(dist, 'print'));
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
function textsFrom(data: unknown, name: string): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const texts: unknown = Reflect.get(data, name);
  return Array.isArray(texts) ? texts.filter((text: unknown) => typeof text === 'string') : [];
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
// A link of invitation opens a notebook: it does not stay where command lines are kept.
const links = takeLinks(process.argv);
// On Linux everybody can read the command lines of all programs; this takes its place.
if (links.length > 0 && process.platform === 'linux') process.title = app.getName();
// On Linux the installed package says so to the system.
if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient('backstory');
// One window owns the notebooks: a second start hands its files to the first and ends.
if (app.requestSingleInstanceLock({ files: filesIn(process.argv, process.cwd()), links })) start(links);
else app.quit();
