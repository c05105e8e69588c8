import { app, type Session, type WebContents } from 'electron';
import { appOrigin, sourceScheme } from './origins.ts';

/** Protocols that would leave the app or read the disk; none of our pages has any business there. */
const foreign = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/** Denies a session every permission, device and request that leaves the app. */
export function harden(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest({ urls: foreign }, (_details, answer) => {
    answer({ cancel: true });
  });
  // Chromium fetches a dictionary for each language as soon as a session has a window, even with the checker off in it.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

/**
 * Refuses navigation, new windows and web views in every page there will ever be. `openLink` gets the addresses that a page
 * wanted to open in a window of its own.
 */
export function refuseNavigation(openLink: (url: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-frame-navigate', (details) => {
      if (!mayNavigate(contents, details.url, details.isMainFrame)) details.preventDefault();
    });
    contents.on('will-redirect', (details) => {
      details.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(({ url }) => {
      openLink(url);
      return { action: 'deny' };
    });
  });
}

/** The page may reload itself, and its frames may show a captured page. */
function mayNavigate(contents: WebContents, url: string, isMainFrame: boolean): boolean {
  if (isMainFrame) return url === `${appOrigin}/` && contents.getURL() === url;
  return url.startsWith(`${sourceScheme}:`);
}
