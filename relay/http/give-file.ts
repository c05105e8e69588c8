import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Admitted } from '../admission/tokens.ts';
import type { RelayStorage } from '../storage/storage.ts';
import { pieceSize } from '../storage/uploads.ts';
import { HttpRefusal } from './answer.ts';
import type { RoutesOptions } from './options.ts';
import { answerOffset, uploadOf } from './take-file.ts';

/** Gives a file, or a range of it, to a member; for HEAD its length. To whoever is bringing it, HEAD says how much of it is here. */
export async function give(
  request: IncomingMessage,
  response: ServerResponse,
  { crypto, storage }: RoutesOptions,
  admitted: Admitted,
  cid: string,
): Promise<void> {
  const { room } = admitted;
  const isHead = request.method === 'HEAD';
  const file = await storage.file(room.id, cid);
  if (file === null) {
    const offset = isHead ? await storage.uploaded(uploadOf(crypto, admitted, cid)) : 0;
    if (offset > 0) return answerOffset(response, offset);
    throw new HttpRefusal(404, 'unknown-file');
  }
  const { size } = file;
  if (isHead) {
    response.writeHead(200, { 'content-length': String(size), 'accept-ranges': 'bytes' });
    response.end();
    return;
  }
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = Number(range?.[1] ?? 0);
  const end = range?.[2] === undefined || range[2] === '' ? size : Math.min(size, Number(range[2]) + 1);
  if (start > end || start > size) throw new HttpRefusal(416, 'no-such-range');
  response.writeHead(range === null ? 200 : 206, {
    'content-type': 'application/octet-stream',
    'content-length': String(end - start),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    ...(range === null ? {} : { 'content-range': `bytes ${start}-${end - 1}/${size}` }),
  });
  await pipeline(piecesOf(storage, { room: room.id, cid, start, end }), response).catch((error: unknown) => {
    // Somebody who stops reading is nothing that went wrong here.
    const isLeft = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!isLeft) throw error;
  });
}

/** Bytes of a file a piece at a time: large ones are never in memory whole. */
async function* piecesOf(
  storage: RelayStorage,
  {
    room,
    cid,
    start,
    end,
  }: { readonly room: string; readonly cid: string; readonly start: number; readonly end: number },
): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += pieceSize)
    yield await storage.readFile(room, cid, at, Math.min(end, at + pieceSize));
}
