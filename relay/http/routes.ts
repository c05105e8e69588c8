import type { IncomingMessage, ServerResponse } from 'node:http';
import { concat, u32 } from '../../shared/sync/bytes.ts';
import { limits } from '../../shared/sync/limits.ts';
import type { Admitted } from '../admission/tokens.ts';
import { answerBytes, answerJson, HttpRefusal, readBody } from './answer.ts';
import { give } from './give-file.ts';
import type { RoutesOptions } from './options.ts';
import { take } from './take-file.ts';

const roomPath = /^\/v1\/rooms\/([A-Za-z0-9_-]{22})(\/acl)?$/;
const filePath = /^\/v1\/blobs\/([A-Za-z0-9_-]{22})\/([0-9a-f]{64})$/;

/**
 * What a relay answers over HTTP: how it is (`/health`, `/metrics`), memberships (`/v1/rooms/ROOM/acl`: GET the entries from `?from=N` on, each behind
 * its length; POST the next one), a room's generations (`/v1/rooms/ROOM`), and files (`/v1/blobs/ROOM/SHA256`: PUT in parts, HEAD, GET with ranges).
 * Refusals are JSON: `{"refused": WORD}`.
 */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: RoutesOptions,
): Promise<void> {
  const { pathname, searchParams } = addressOf(request);
  const method = request.method ?? '';
  if (!options.isAllowed(request)) throw new HttpRefusal(429, 'too-fast');
  if (method === 'GET' && pathname === '/health') return health(response, options);
  if (method === 'GET' && pathname === '/metrics') return metricsText(response, options);
  const [, room, acl] = roomPath.exec(pathname) ?? [];
  if (room !== undefined && acl !== undefined && method === 'GET')
    return entries(response, options, room, searchParams);
  if (room !== undefined && acl !== undefined && method === 'POST') return append(request, response, options, room);
  if (room !== undefined && acl === undefined && method === 'GET') return generations(request, response, options, room);
  const [, fileRoom, cid] = filePath.exec(pathname) ?? [];
  if (fileRoom === undefined || cid === undefined) throw new HttpRefusal(404, 'unknown-address');
  const admitted = await admit(request, options, fileRoom);
  if (method === 'PUT') return take(request, response, options, admitted, cid);
  if (method === 'GET' || method === 'HEAD') return give(request, response, options, admitted, cid);
  throw new HttpRefusal(405, 'unknown-method');
}

/** Refused where it is no address at all, such as "//". */
function addressOf({ url }: IncomingMessage): URL {
  const address = URL.parse(url ?? '/', 'http://relay');
  if (address === null) throw new HttpRefusal(400, 'malformed');
  return address;
}

async function health(response: ServerResponse, { storage }: RoutesOptions): Promise<void> {
  const works = await storage.check().then(
    () => true,
    () => false,
  );
  answerJson(response, works ? 200 : 503, { status: works ? 'ok' : 'storage-failing', protocol: 1 });
}

function metricsText(response: ServerResponse, { metrics }: RoutesOptions): void {
  response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' });
  response.end(metrics.text());
}

/** Whoever knows a room's id, which nobody guesses, may read its membership: somebody who was invited has to. */
async function entries(
  response: ServerResponse,
  { rooms }: RoutesOptions,
  room: string,
  search: URLSearchParams,
): Promise<void> {
  const from = Number(search.get('from') ?? 0);
  if (!Number.isSafeInteger(from) || from < 0) throw new HttpRefusal(400, 'malformed');
  if ((await rooms.get(room)) === null) throw new HttpRefusal(404, 'unknown-room');
  const list = await rooms.entries(room, from);
  answerBytes(response, concat(...list.flatMap((entry) => [u32(entry.length), entry])));
}

/** An entry carries its own signature: nobody has to say who brings it. */
async function append(
  request: IncomingMessage,
  response: ServerResponse,
  { rooms }: RoutesOptions,
  room: string,
): Promise<void> {
  const appended = await rooms.append(room, await readBody(request, limits.aclEntry));
  if (!appended.ok) throw new HttpRefusal(appended.error === 'stale' ? 409 : 403, appended.error);
  answerJson(response, 200, { length: appended.value.acl.length });
}

async function generations(
  request: IncomingMessage,
  response: ServerResponse,
  options: RoutesOptions,
  room: string,
): Promise<void> {
  const admitted = await admit(request, options, room);
  answerJson(response, 200, {
    generations: (await options.storage.generations(admitted.room.id)).map(({ generation }) => generation),
    length: admitted.room.acl.length,
  });
}

async function admit(request: IncomingMessage, { tokens }: RoutesOptions, room: string): Promise<Admitted> {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const admitted = await tokens.admit(room, token, request.headers.host ?? '');
  if (admitted.ok) return admitted.value;
  throw new HttpRefusal(admitted.error === 'unknown-room' ? 404 : 401, admitted.error);
}
