import { Hocuspocus } from '@hocuspocus/server';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { closeReasons } from '../shared/sync/close-reasons.ts';
import { loadCrypto } from '../shared/sync/crypto/sodium.ts';
import { limits } from '../shared/sync/limits.ts';
import { messageText } from '../shared/sync/messages.ts';
import { memberOf } from '../shared/sync/acl/state.ts';
import { admission } from './admission/extension.ts';
import type { ConnectionContext } from './admission/extension.ts';
import { Tokens } from './admission/tokens.ts';
import { answerJson, HttpRefusal } from './http/answer.ts';
import { answer } from './http/routes.ts';
import { limitedAddress } from './limits/address.ts';
import { Buckets } from './limits/bucket.ts';
import { guardSocket } from './limits/socket.ts';
import type { SocketGuard } from './limits/socket.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { betweenRelays } from './nodes/redis.ts';
import { OptionError } from './options.ts';
import type { RelayOptions } from './options.ts';
import { documentName, parseDocumentName } from './rooms/document-name.ts';
import { Receipts } from './rooms/receipts.ts';
import { retire } from './rooms/retirement.ts';
import { Rooms } from './rooms/room.ts';
import type { Room } from './rooms/room.ts';
import { openPostgresStorage } from './storage/postgres.ts';
import { openSqliteStorage } from './storage/sqlite.ts';

/** A relay that runs. */
export interface Relay {
  /** "http://127.0.0.1:4747" */
  readonly url: string;
  /** Stores what was admitted, says goodbye, and stops. */
  readonly stop: () => Promise<void>;
}

const fromHex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

const day = 24 * 3_600_000;
/** Milliseconds for which a file that is not whole is kept after its last bytes came. */
const uploadsKept = 7 * day;
/** Requests that one address may make: somebody fetches the captures of a notebook, or an office does. */
const requests = { perSecond: 20, burst: 600 } as const;
/** Milliseconds that sending one request may take: a file of 200 MiB over 2 Mbit/s. */
const requestTimeout = 20 * 60_000;
/** Milliseconds for which a connection is kept for the next request: longer than proxies and devices do, or they would ask on one that is just being closed. */
const keepAliveTimeout = 75_000;

/** Starts a relay. `now` is its clock, in milliseconds since 1970. Throws where the folder or the port cannot be had. */
export async function startRelay(
  options: RelayOptions,
  write: (line: string) => void,
  now: () => number = Date.now,
): Promise<Relay> {
  const crypto = await loadCrypto();
  const log = createLog(options.logLevel, write);
  const onIdleError = (error: Error): void => log.error('database-lost', { reason: error.message });
  const storage =
    options.postgres === null
      ? openSqliteStorage(options.data)
      : await openPostgresStorage(options.postgres, onIdleError);
  const guards = new Map<WebSocket, SocketGuard>();
  const rooms = new Rooms({ crypto, storage, owners: options.owners, now });
  const metrics = createMetrics({
    sockets: () => guards.size,
    rooms: () => rooms.size,
    documents: () => engine.getDocumentsCount(),
    waiting: () => receipts.waiting,
  });
  const tokens = new Tokens({ crypto, rooms, publicUrl: options.publicUrl, now });
  const failed = (error: unknown): void => {
    log.error('storing-failed', { reason: reasonOf(error) });
    // What is in memory and nowhere else must not look kept, nor a membership that is old: devices connect anew and bring it again.
    engine.closeConnections();
  };
  const receipts = new Receipts({
    storage,
    now,
    onStored(updates, took) {
      metrics.count('stores_total');
      metrics.count('store_seconds_total', took / 1000);
      metrics.count(
        'stored_bytes_total',
        updates.reduce((sum, { update }) => sum + update.length, 0),
      );
      const stored = new Map(updates.map((update) => [documentName(update), update]));
      for (const { room, generation } of stored.values()) void rooms.stored(room, generation).catch(failed);
    },
    onFailure(error) {
      metrics.count('store_failures_total');
      failed(error);
    },
  });
  const between =
    options.redis === null ? [] : [await betweenRelays({ url: options.redis, resync: options.resync, log })];
  const engine = new Hocuspocus<ConnectionContext>({
    quiet: true,
    // Storing is the receipts' business; the engine's own, later storing is not used.
    debounce: 0,
    unloadImmediately: true,
    yDocOptions: { gc: false, gcFilter: () => true },
    maxUnauthenticatedQueueSize: limits.frame,
    maxUnauthenticatedQueueMessages: 32,
    maxPendingDocuments: 8,
    extensions: [
      admission({ rooms, tokens, receipts, log, metrics, now, failed, roomLog: options.roomLog }),
      ...between,
    ],
  });
  rooms.onFailure = failed;
  rooms.onEntry = (room) => tellMembership(engine, rooms, room);
  rooms.onBegun = (room, generation) => tellGeneration(engine, room, generation);
  const tidy = async (): Promise<void> => {
    const onDeleted = async (room: string, generation: number, bytes: number): Promise<void> => {
      const { code } = closeReasons['old-generation'];
      for (const connection of engine.documents.get(documentName({ room, generation }))?.getConnections() ?? [])
        connection.close({ code, reason: 'old-generation' });
      await rooms.deleted(room, generation, bytes);
    };
    const { generations, files } = await retire({ storage, now, onDeleted });
    metrics.count('deleted_generations_total', generations);
    metrics.count('deleted_files_total', files);
    const uploads = await storage.deleteUploads(now() - uploadsKept);
    metrics.count('deleted_uploads_total', uploads);
    if (generations > 0 || uploads > 0) log.info('tidied', { generations, files, uploads });
  };
  let tidying = Promise.resolve();
  const tidyLater = (): void => {
    tidying = tidying.then(tidy).catch((error: unknown) => log.error('tidying-failed', { reason: reasonOf(error) }));
  };

  const connects = new Buckets(limits.connectionsPerMinute / 60, limits.connectionsPerMinute);
  const asks = new Buckets(requests.perSecond, requests.burst);
  const addressOf = (request: IncomingMessage): string =>
    limitedAddress(request.socket.remoteAddress, request.headers, options.trustProxy);
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const routes = {
      crypto,
      rooms,
      tokens,
      storage,
      metrics,
      roomFiles: options.roomFiles,
      now,
      isAllowed(asking: IncomingMessage) {
        const isFine = asks.take(addressOf(asking), now());
        if (!isFine) metrics.count('limited_total');
        return isFine;
      },
    };
    void answer(request, response, routes).catch((error: unknown) => {
      if (!(error instanceof HttpRefusal)) log.error('request-failed', { reason: reasonOf(error) });
      if (response.headersSent) return void response.destroy();
      if (error instanceof HttpRefusal) answerJson(response, error.status, { refused: error.word });
      else answerJson(response, 500, { refused: 'failed' });
    });
  };
  const server = createServer(options, handle);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.frame });
  server.on('upgrade', (request, socket, head) => {
    // Somebody who is gone before he is answered.
    socket.on('error', () => undefined);
    if (!connects.take(addressOf(request), now())) {
      metrics.count('limited_total');
      socket.end('HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => open(webSocket, request));
  });
  const open = (socket: WebSocket, request: IncomingMessage): void => {
    const guard = guardSocket(socket, now(), {
      onLimit(reason) {
        metrics.count('limited_total');
        log.info('limited', { reason });
      },
      onDropped: () => metrics.count('dropped_awareness_total'),
    });
    guards.set(socket, guard);
    const asked = webRequest(request);
    const connection = engine.handleConnection(guard.engineSide, asked);
    socket.on('message', (data) => {
      // With the default binaryType of ws, a message is one buffer.
      const bytes = new Uint8Array(data as Buffer);
      if (guard.take(bytes.length, now())) connection.handleMessage(bytes);
    });
    socket.on('close', (code, reason) => {
      guards.delete(socket);
      rooms.left(asked);
      connection.handleClose({ code, reason: reason.toString() });
    });
    // What is wrong with a frame (too long, not masked) closes its socket by itself.
    socket.on('error', () => undefined);
  };
  const timers = [
    setInterval(() => guards.forEach((guard) => guard.sweep()), 1000),
    setInterval(() => void rooms.forget(), 60_000),
    setInterval(tidyLater, day),
  ];
  await listen(server, options);
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const url = `${options.tls === null ? 'http' : 'https'}://${options.host}:${port}`;
  log.info('listening', { url });
  tidyLater();

  return {
    url,
    async stop() {
      timers.forEach(clearInterval);
      await receipts.settled();
      await tidying;
      for (const socket of guards.keys()) socket.close(closeReasons.stopping.code, 'stopping');
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await receipts.settled();
      await engine.hooks('onDestroy', { instance: engine });
      await storage.close();
      log.info('stopped');
    },
  };
}

/** The generations of a room that are in memory here. Devices of other relays are told by those. */
function documentsOf(engine: Hocuspocus<ConnectionContext>, room: Room) {
  return [...engine.documents.values()].flatMap((document) => {
    const name = parseDocumentName(document.name);
    return name?.room === room.id ? [{ document, generation: name.generation }] : [];
  });
}

/**
 * Tells a room's devices of its new membership, and ends the connections of those who belong to it no more. Their sockets stay open, but take up no
 * place in the room.
 */
function tellMembership(engine: Hocuspocus<ConnectionContext>, rooms: Rooms, room: Room): void {
  const [left, stayed] = [new Set<object>(), new Set<object>()];
  for (const { document } of documentsOf(engine, room)) {
    for (const connection of document.getConnections()) {
      // What `onAuthenticate` gave the engine for this connection.
      const { device } = connection.context as ConnectionContext;
      const member = memberOf(room.acl, fromHex(device));
      (member === undefined ? left : stayed).add(connection.request);
      if (member === undefined) connection.close({ code: closeReasons.removed.code, reason: 'removed' });
      else connection.readOnly = member.role === 'viewer';
    }
    document.relayStateless(messageText({ type: 'acl', head: room.acl.head }));
  }
  for (const socket of left) if (!stayed.has(socket)) rooms.leave(room, socket);
}

/** Tells those who are in older generations of a room of a newer one. */
function tellGeneration(engine: Hocuspocus<ConnectionContext>, room: Room, begun: number): void {
  for (const { document, generation } of documentsOf(engine, room))
    if (generation < begun) document.relayStateless(messageText({ type: 'rotate', generation: begun }));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function createServer(
  { tls }: RelayOptions,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  if (tls === null) return createHttpServer({ requestTimeout, keepAliveTimeout }, handle);
  try {
    const [cert, key] = [readFileSync(tls.certificate), readFileSync(tls.key)];
    return createHttpsServer({ requestTimeout, keepAliveTimeout, cert, key }, handle);
  } catch (error) {
    throw new OptionError(`--tls-cert and --tls-key: ${reasonOf(error)}`);
  }
}

function listen(server: Server, { port, host }: RelayOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

/** The request as the engine asks for it: only what we called. What else somebody says in it is not ours to read. */
function webRequest(request: IncomingMessage): Request {
  return new Request('http://relay/', { headers: new Headers({ host: request.headers.host ?? '' }) });
}
