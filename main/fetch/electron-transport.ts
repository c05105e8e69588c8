import { net, session, type Session } from 'electron';
import { hook } from '../testing-hooks.ts';
import type { Answer, Transport } from './transport.ts';

/** What a browser asks for that wants a page to read. */
const accept = 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/markdown;q=0.9,text/plain;q=0.8,*/*;q=0.7';

/**
 * Chromium's network, with the system's proxy and certificates, in a session of its own that remembers nothing: no cookies, no cache, no
 * credentials, and no part of the app can be reached through it.
 */
export function electronTransport(): Transport {
  let own: Promise<Session> | null = null;
  const ready = (): Promise<Session> => (own ??= ownSession());
  return {
    ask: async (address, signal) => ask(await ready(), address, signal),
    resolve: async (host) => {
      try {
        const { endpoints } = await (await ready()).resolveHost(host);
        return endpoints.map(({ address }) => address);
      } catch {
        // Behind some proxies only the proxy knows names. Where nobody does, asking will say so.
        return [];
      }
    },
  };
}

async function ownSession(): Promise<Session> {
  // No `persist:` before the name: it lives in memory only.
  const own = session.fromPartition('captured-pages', { cache: false });
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  // Chromium would fetch dictionaries for a session that nobody types in.
  own.setSpellCheckerLanguages([]);
  own.setSpellCheckerEnabled(false);
  // Sites serve to browsers what they refuse to programs; nobody needs to know which program this is.
  own.setUserAgent(own.getUserAgent().replace(/ (?:Backstory|Electron)\/\S+/gi, ''));
  // Tests trap all traffic at a proxy. Where one has a server of its own, it says so.
  if (hook('BACKSTORY_FETCH_DIRECT') !== undefined) await own.setProxy({ mode: 'direct' });
  return own;
}

function ask(own: Session, url: string, signal: AbortSignal): Promise<Answer> {
  const request = net.request({
    url,
    session: own,
    redirect: 'manual',
    credentials: 'omit',
    useSessionCookies: false,
    cache: 'no-store',
  });
  request.setHeader('accept', accept);
  const stop = (): void => request.abort();
  signal.addEventListener('abort', stop);
  return new Promise<Answer>((resolve, reject) => {
    request.on('redirect', (status, _method, location) => {
      resolve({ kind: 'redirect', status, location });
      request.abort();
    });
    // Without an answer the request fails with 401, which says what is the matter.
    request.on('login', (_info, answer) => answer());
    request.on('error', reject);
    request.on('abort', () => reject(new Error('stopped')));
    request.on('response', (response) => {
      const header = (name: string): string => [response.headers[name] ?? ''].flat()[0] ?? '';
      const length = Number.parseInt(header('content-length'), 10);
      // Of a packed answer it tells the packed length.
      const isPlain = header('content-encoding') === '' && !Number.isNaN(length);
      // Electron's messages are streams of Node, which its types leave out.
      const pieces = response as unknown as AsyncIterable<Uint8Array>;
      resolve({
        kind: 'page',
        status: response.statusCode,
        mediaType: header('content-type'),
        length: isPlain ? length : null,
        pieces,
      });
    });
    request.end();
  });
}
