import { protocol, type Session } from 'electron';
import { windowPolicy } from './content-policy.ts';
import { appOrigin, appScheme, briefScheme, originOf, sourceScheme } from './origins.ts';
import { notFound, serveFile } from './static-files.ts';

/** Declares our schemes. Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: briefScheme, privileges: { standard: true, secure: true, corsEnabled: true, supportFetchAPI: true } },
    { scheme: sourceScheme, privileges: { standard: true, secure: true } },
  ]);
}

/**
 * Serves the built page of `folder` to windows of this session, with the content policy on every answer; and under `/print/` the
 * brief's styles and fonts.
 */
export function serveApp(session: Session, folder: string, printFolder: string): void {
  const headers = { 'content-security-policy': windowPolicy, 'cross-origin-opener-policy': 'same-origin' };
  session.protocol.handle(appScheme, (request) => {
    if (originOf(request.url) !== appOrigin) return notFound();
    const { pathname } = new URL(request.url);
    return pathname.startsWith('/print/')
      ? serveFile(printFolder, pathname.slice('/print'.length), headers)
      : serveFile(folder, pathname, headers);
  });
}
