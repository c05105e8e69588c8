import type { IncomingMessage, ServerResponse } from 'node:http';
import { toHex } from '../../shared/sync/base64.ts';
import { canWrite } from '../../shared/sync/acl/state.ts';
import type { SyncCrypto } from '../../shared/sync/crypto/crypto.ts';
import { authorOf } from '../../shared/sync/ids.ts';
import { limits } from '../../shared/sync/limits.ts';
import type { Admitted } from '../admission/tokens.ts';
import { pieceSize } from '../storage/uploads.ts';
import type { Upload } from '../storage/uploads.ts';
import { answerJson, HttpRefusal } from './answer.ts';
import type { RoutesOptions } from './options.ts';

/** Where in a file the bytes of a request belong: from `start` up to, not including, `end`, of `total`. */
interface Span {
  readonly start: number;
  readonly end: number;
  /** Null where the request brings the whole file and does not say how long that is. */
  readonly total: number | null;
}

/**
 * Takes a file, whole or in parts (RFC 9110, 14.5): `PUT` with `Content-Range: bytes FIRST-LAST/TOTAL`. Parts come one behind the other, each where
 * the one before it ended. As long as bytes are missing the answer is 204 with `Upload-Offset` (IETF draft "Resumable Uploads for HTTP"): how many are
 * here, which HEAD says too, and from where the device goes on; 409 to a part that begins elsewhere. Where a connection breaks, all whole MiB that came
 * are kept. With an asterisk for FIRST-LAST a request brings nothing and asks to finish what is all here. A file is there once it has its hash; what has
 * another is deleted: 422.
 */
export async function take(
  request: IncomingMessage,
  response: ServerResponse,
  options: RoutesOptions,
  admitted: Admitted,
  cid: string,
): Promise<void> {
  const { crypto, storage, metrics, roomFiles, now } = options;
  const { room, member } = admitted;
  if (!canWrite(member)) throw new HttpRefusal(403, 'may-not-write');
  const known = await storage.file(room.id, cid);
  if (known !== null) return answerJson(response, 200, { size: known.size });
  const upload = uploadOf(crypto, admitted, cid);
  const offset = await storage.uploaded(upload);
  const { start, end, total } = spanOf(request);
  if (start !== offset) throw new HttpRefusal(409, 'wrong-offset');
  const left = Math.min(limits.file - offset, roomFiles - (await storage.usage(room.id)).files);
  if ((total ?? 0) - offset > left) throw new HttpRefusal(413, 'too-large');
  let here = offset;
  for await (const piece of piecesOf(request, Math.min(left, end - start))) {
    // What is less than a piece and not the end comes again with the next part.
    if (piece.length < pieceSize && here + piece.length < (total ?? 0)) break;
    if (!(await storage.addToUpload(upload, here, piece, now()))) throw new HttpRefusal(409, 'wrong-offset');
    here += piece.length;
    metrics.count('file_bytes_total', piece.length);
  }
  if (here < (total ?? 0)) return answerOffset(response, here);
  const isRight = (await storage.finishUpload(upload)) || (await storage.file(room.id, cid)) !== null;
  if (!isRight) throw new HttpRefusal(422, 'wrong-hash');
  answerJson(response, 200, { size: here });
}

/** The upload of a file by the device that asks. */
export function uploadOf(crypto: SyncCrypto, { room, device }: Admitted, cid: string): Upload {
  const author = toHex(authorOf(crypto, Uint8Array.from(Buffer.from(device, 'hex'))));
  return { room: room.id, cid, author };
}

/** Answers that so many bytes of a file are here, and more are missing. */
export function answerOffset(response: ServerResponse, offset: number): void {
  response.writeHead(204, {
    'upload-offset': String(offset),
    'upload-complete': '?0',
    'cache-control': 'no-store',
  });
  response.end();
}

function spanOf({ headers }: IncomingMessage): Span {
  const said = headers['content-range'];
  if (said === undefined) {
    const length = headers['content-length'] === undefined ? null : Number(headers['content-length']);
    return { start: 0, end: length ?? limits.file, total: length };
  }
  const [, first, last, all] = /^bytes (?:(\d{1,12})-(\d{1,12})|\*)\/(\d{1,12})$/.exec(said) ?? [];
  const total = Number(all);
  const start = first === undefined ? total : Number(first);
  const end = last === undefined ? total : Number(last) + 1;
  if (all === undefined || end > total || (last !== undefined && end <= start)) throw new HttpRefusal(400, 'malformed');
  return { start, end, total };
}

/** The body of a request in pieces, of which only the last is smaller; refused where it is longer than `most` bytes. */
async function* piecesOf(request: IncomingMessage, most: number): AsyncGenerator<Uint8Array> {
  let parts: Buffer[] = [];
  let [waiting, length] = [0, 0];
  try {
    for await (const part of request) {
      // Without an encoding, Node's streams give buffers.
      const bytes = part as Buffer;
      length += bytes.length;
      if (length > most) throw new HttpRefusal(413, 'too-large');
      parts.push(bytes);
      waiting += bytes.length;
      if (waiting < pieceSize) continue;
      const together = Buffer.concat(parts);
      const whole = together.length - (together.length % pieceSize);
      for (let at = 0; at < whole; at += pieceSize) yield together.subarray(at, at + pieceSize);
      parts = [together.subarray(whole)];
      waiting = together.length - whole;
    }
  } catch (error) {
    // A connection that breaks is nothing that went wrong here.
    throw request.readableAborted ? new HttpRefusal(400, 'broken-off') : error;
  }
  if (waiting > 0) yield Buffer.concat(parts);
}
