import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchPage, type FetchOptions } from './fetch-page.ts';
import type { Answer, Transport } from './transport.ts';

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

/** What the server does at each path. */
const paths: Record<string, Serve> = {
  '/page': (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>Hello'),
  '/empty': (_, response) => response.end(),
  '/nowhere': (_, response) => response.writeHead(404).end('no'),
  '/secret': (_, response) => response.writeHead(401, { 'www-authenticate': 'Basic' }).end('no'),
  '/broken': (_, response) => response.writeHead(503).end('no'),
  '/once': (_, response) => response.writeHead(301, { location: '/page' }).end(),
  '/endless': (_, response) => response.writeHead(302, { location: '/endless' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-private': (_, response) => response.writeHead(302, { location: 'http://router.private.example/' }).end(),
  '/silent': () => undefined,
  '/stalls': (_, response) => void response.writeHead(200, { 'content-length': '100' }).write('begun'),
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('begun');
    setImmediate(() => response.socket?.destroy());
  },
  '/large': (_, response) => response.writeHead(200, { 'content-length': '5000' }).end('x'.repeat(5000)),
  '/growing': (_, response) => {
    const more = (): void => {
      if (!response.destroyed) response.write('x'.repeat(1000), () => setImmediate(more));
    };
    more();
  },
};

const asked: IncomingMessage['headers'][] = [];
let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer((incoming, response) => {
    asked.push(incoming.headers);
    (paths[incoming.url ?? ''] ?? paths['/nowhere'])?.(incoming, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address of this form.
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Node's own HTTP, every name leading to the server above, as names are looked up elsewhere. */
const transport: Transport = {
  ask: (address, signal) =>
    new Promise<Answer>((resolve, reject) => {
      const url = new URL(address);
      const outgoing = request(
        { host: '127.0.0.1', port, path: url.pathname, headers: { host: url.host }, signal },
        (reply) => {
          const { statusCode: status = 0, headers } = reply;
          const length = Number(headers['content-length'] ?? Number.NaN);
          if (headers.location !== undefined) return resolve({ kind: 'redirect', status, location: headers.location });
          const mediaType = headers['content-type'] ?? '';
          resolve({ kind: 'page', status, mediaType, length: Number.isNaN(length) ? null : length, pieces: reply });
        },
      );
      outgoing.on('error', reject);
      outgoing.end();
    }),
  resolve: (host) => Promise.resolve([host.includes('private') ? '192.168.1.1' : '93.184.216.34']),
};

const get = (path: string, options: Partial<FetchOptions> = {}) =>
  fetchPage(transport, `http://canal.example${path}`, {
    signal: new AbortController().signal,
    allowPrivate: false,
    onProgress: () => undefined,
    ...options,
  });

describe('fetchPage', () => {
  it('gives the bytes, their kind, and where they came from in the end', async () => {
    const steps: number[] = [];
    const fetched = await get('/once', { onProgress: (received) => steps.push(received) });
    expect(fetched).toMatchObject({
      ok: true,
      value: { mediaType: 'text/html; charset=utf-8', finalAddress: 'http://canal.example/page' },
    });
    expect(fetched.ok && new TextDecoder().decode(fetched.value.bytes)).toBe('<p>Hello');
    expect(fetched.ok && fetched.value.fetchedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(steps.at(-1)).toBe(8);
    for (const headers of asked)
      for (const name of ['cookie', 'authorization']) expect(headers).not.toHaveProperty(name);
  });

  it.each([
    ['/nowhere', 'refused', /no such page \(HTTP 404\)/],
    ['/secret', 'refused', /a name and a password/],
    ['/broken', 'refused', /HTTP 503/],
    ['/empty', 'empty', /empty page/],
    ['/endless', 'redirects', /without end/],
    ['/to-file', 'redirects', /no web address/],
    ['/to-private', 'private', /sends on to router\.private\.example/],
    ['/cut', 'unreachable', /broke off/],
  ])('%s: %s', async (path, reason, message) => {
    const fetched = await get(path);
    expect(fetched).toMatchObject({ ok: false, error: { reason } });
    expect(!fetched.ok && fetched.error.message).toMatch(message);
  });

  it.each(['/silent', '/stalls'])('%s: does not wait for ever', async (path) => {
    expect(await get(path, { patience: 100 })).toMatchObject({ ok: false, error: { reason: 'timeout' } });
    expect(await get(path, { longest: 100 })).toMatchObject({ ok: false, error: { reason: 'timeout' } });
  });

  it.each(['/large', '/growing'])('%s: takes no more than it may', async (path) => {
    expect(await get(path, { mostBytes: 4000 })).toMatchObject({ ok: false, error: { reason: 'too-large' } });
  });

  it('is stopped at once, whatever it waits for', async () => {
    for (const path of ['/silent', '/stalls', '/growing']) {
      const controller = new AbortController();
      const fetched = get(path, { signal: controller.signal, mostBytes: 1e9 });
      setTimeout(() => controller.abort(), 20);
      expect(await fetched).toMatchObject({ ok: false, error: { reason: 'cancelled' } });
    }
  });

  it('asks before it reaches into the own network', async () => {
    const before = asked.length;
    const options = { signal: new AbortController().signal, allowPrivate: false, onProgress: () => undefined };
    for (const address of ['http://localhost/page', 'http://127.0.0.1/page', 'http://router.private.example/page']) {
      expect(await fetchPage(transport, address, options)).toMatchObject({ ok: false, error: { reason: 'private' } });
    }
    expect(asked).toHaveLength(before);
    expect(await fetchPage(transport, 'http://localhost/page', { ...options, allowPrivate: true })).toMatchObject({
      ok: true,
    });
  });

  it('is for web addresses alone', async () => {
    const options = { signal: new AbortController().signal, allowPrivate: true, onProgress: () => undefined };
    for (const address of ['file:///etc/passwd', 'app://backstory/', 'javascript:x', '']) {
      expect(await fetchPage(transport, address, options)).toMatchObject({
        ok: false,
        error: { reason: 'bad-address' },
      });
    }
  });

  it.each([
    ['net::ERR_INTERNET_DISCONNECTED', 'no-network'],
    ['net::ERR_NAME_NOT_RESOLVED', 'unreachable'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate'],
    ['net::ERR_TIMED_OUT', 'timeout'],
    ['net::ERR_CONNECTION_REFUSED', 'unreachable'],
  ])('says what %s means', async (message, reason) => {
    const failing: Transport = { ...transport, ask: () => Promise.reject(new Error(message)) };
    const options = { signal: new AbortController().signal, allowPrivate: false, onProgress: () => undefined };
    expect(await fetchPage(failing, 'canal.example', options)).toMatchObject({ ok: false, error: { reason } });
  });
});
