import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { textScales, themes, type MenuAction, type Settings, type Theme } from '../../shared/bridge/index.ts';
import { tell } from '../ipc/events.ts';

/** What the menu needs from around it. */
export interface MenuContext {
  readonly settings: Settings;
  readonly change: (change: Partial<Settings>) => void;
  /** Shows reloading and developer tools. */
  readonly development: boolean;
}

const themeWords: Readonly<Record<Theme, string>> = { system: 'As the system', light: 'Light', dark: 'Dark' };

/** Sets the application's menu for these settings. */
export function showMenu(context: MenuContext): void {
  const mac = process.platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ role: 'appMenu' } as const] : []),
      { label: '&File', submenu: fileMenu(mac) },
      { label: '&Edit', submenu: editMenu() },
      { label: '&View', submenu: viewMenu(context) },
      { role: 'windowMenu' },
      { role: 'help', submenu: [item('Keyboard shortcuts', 'help.shortcuts'), item('About Backstory', 'help.about')] },
    ]),
  );
}

/** An item that asks the focused window's page to run an action. */
function item(label: string, action: MenuAction, accelerator?: string): MenuItemConstructorOptions {
  return {
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: (_item, window) => {
      if (window instanceof BrowserWindow) tell(window, 'menu.action', { action });
    },
  };
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

function fileMenu(mac: boolean): MenuItemConstructorOptions[] {
  return [
    item('New notebook', 'notebook.new', 'CmdOrCtrl+N'),
    item('Open page…', 'page.open', 'CmdOrCtrl+O'),
    item('Paste page…', 'page.import', 'CmdOrCtrl+Shift+I'),
    item('Import timeline…', 'table.open'),
    item('Open source files…', 'source.open'),
    separator,
    item('Import notebook…', 'notebook.import'),
    item('Export notebook…', 'notebook.export'),
    item('Export brief…', 'brief.export', 'CmdOrCtrl+E'),
    item('Export…', 'story.export'),
    separator,
    item('Import references or annotations…', 'exchange.open'),
    item('Export sources…', 'sources.export'),
    item('Export annotations…', 'annotations.export'),
    separator,
    item('Share…', 'notebook.share'),
    item('Join a notebook…', 'notebook.join'),
    separator,
    item('Encryption of the library…', 'library.encryption'),
    separator,
    mac ? { role: 'close' } : { role: 'quit', label: 'Close' },
  ];
}

function editMenu(): MenuItemConstructorOptions[] {
  return [
    // The notebook has one history for all its documents, so undoing is the page's business.
    item('Undo', 'edit.undo', 'CmdOrCtrl+Z'),
    item('Redo', 'edit.redo', process.platform === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z'),
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'pasteAndMatchStyle', label: 'Paste without formatting' },
    { role: 'selectAll' },
    separator,
    item('Find', 'edit.find', 'CmdOrCtrl+F'),
  ];
}

function viewMenu({ settings, change, development }: MenuContext): MenuItemConstructorOptions[] {
  const places: readonly (readonly [string, MenuAction])[] = [
    ['Story', 'view.story'],
    ['Timeline', 'view.timeline'],
    ['Sources', 'view.sources'],
    ['Drafts', 'view.drafts'],
    ['Search', 'view.search'],
    ['Brief', 'view.brief'],
  ];
  return [
    item('All notebooks', 'view.home'),
    ...places.map(([label, action], index) => item(label, action, `CmdOrCtrl+${index + 1}`)),
    separator,
    item('Command palette', 'view.palette', 'CmdOrCtrl+K'),
    separator,
    { label: 'Theme', submenu: themes.map((theme) => themeItem(theme, settings, change)) },
    { label: 'Text size', submenu: sizeMenu(settings, change) },
    { role: 'togglefullscreen' },
    ...(development ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
  ];
}

function themeItem(theme: Theme, settings: Settings, change: MenuContext['change']): MenuItemConstructorOptions {
  return {
    label: themeWords[theme],
    type: 'radio',
    checked: settings.theme === theme,
    click: () => {
      change({ theme });
    },
  };
}

function sizeMenu(settings: Settings, change: MenuContext['change']): MenuItemConstructorOptions[] {
  const at = textScales.indexOf(settings.textScale);
  const step = (label: string, to: number, accelerator: string): MenuItemConstructorOptions => {
    const textScale = textScales[to];
    return {
      label,
      accelerator,
      enabled: textScale !== undefined && textScale !== settings.textScale,
      click: () => {
        if (textScale !== undefined) change({ textScale });
      },
    };
  };
  return [
    step('Larger', at + 1, 'CmdOrCtrl+Plus'),
    step('Smaller', at - 1, 'CmdOrCtrl+-'),
    step('Normal', textScales.indexOf(1), 'CmdOrCtrl+0'),
    separator,
    ...textScales.map((textScale): MenuItemConstructorOptions => ({
      label: `${Math.round(textScale * 100)} %`,
      type: 'radio',
      checked: textScale === settings.textScale,
      click: () => {
        change({ textScale });
      },
    })),
  ];
}
