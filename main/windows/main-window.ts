import { BrowserWindow, nativeTheme, screen, type Rectangle, type Size } from 'electron';
import { join } from 'node:path';
import type { SettingsStore, WindowPlace } from '../settings/store.ts';
import { recoverFromCrash } from './crash.ts';
import { appOrigin } from './origins.ts';
import { waitForUnsavedWork } from './unsaved-work.ts';

/** `--paper` of the two themes: what is seen before the page has painted. */
const paper = () => (nativeTheme.shouldUseDarkColors ? '#171614' : '#fbfaf7');

/** Every page of ours is sandboxed and isolated, has no Node, and fetches no dictionaries. */
export const safePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
} as const;

/** Opens the window where it was left. It shows itself once its page has something to show. */
export function openMainWindow(codeFolder: string, store: SettingsStore): BrowserWindow {
  const { window: place } = store.get();
  const window = new BrowserWindow({
    ...visiblePlace(place),
    minWidth: 480,
    minHeight: 400,
    show: false,
    title: 'Backstory',
    backgroundColor: paper(),
    webPreferences: { ...safePreferences, preload: join(codeFolder, 'preload.cjs') },
  });
  if (place.maximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  // The page names the window through the bridge.
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  // Not by `zoomFactor` above: a size chosen before the page is there would be lost.
  window.webContents.on('did-navigate', () => {
    window.webContents.setZoomFactor(store.get().settings.textScale);
  });
  rememberPlace(window, store);
  keepPaper(window);
  waitForUnsavedWork(window);
  recoverFromCrash(window);
  void window.loadURL(`${appOrigin}/`);
  return window;
}

/** The remembered bounds, or just their size where no screen shows them any more; never larger than the screen. */
function visiblePlace({ x, y, width, height }: WindowPlace): Partial<Rectangle> {
  if (x === null || y === null) return fitting({ width, height }, screen.getPrimaryDisplay().workArea);
  const { workArea } = screen.getDisplayMatching({ x, y, width, height });
  const visible =
    x < workArea.x + workArea.width && x + width > workArea.x && y >= workArea.y && y < workArea.y + workArea.height;
  const size = fitting({ width, height }, workArea);
  return visible ? { x, y, ...size } : size;
}

const fitting = (size: Size, room: Size): Size => ({
  width: Math.min(size.width, room.width),
  height: Math.min(size.height, room.height),
});

function rememberPlace(window: BrowserWindow, store: SettingsStore): void {
  const remember = () => {
    const { x, y, width, height } = window.getNormalBounds();
    store.set({ window: { x, y, width, height, maximized: window.isMaximized() } });
  };
  // Moving sends an event per pixel: the place is noted once it has rested.
  let resting: NodeJS.Timeout | undefined;
  const later = () => {
    clearTimeout(resting);
    resting = setTimeout(remember, 500);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('close', () => {
    clearTimeout(resting);
    remember();
  });
}

function keepPaper(window: BrowserWindow): void {
  const repaint = () => {
    window.setBackgroundColor(paper());
  };
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
}
