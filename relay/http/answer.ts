import type { IncomingMessage, ServerResponse } from 'node:http';

/** An answer that is no success: its status, and a word that devices understand. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly word: string;

  constructor(status: number, word: string) {
    super(word);
    this.status = status;
    this.word = word;
  }
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

export function answerBytes(response: ServerResponse, bytes: Uint8Array): void {
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': String(bytes.length),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(bytes);
}

/** The body of a request; refused where it is longer than `most` bytes. */
export async function readBody(request: IncomingMessage, most: number): Promise<Uint8Array> {
  const said = Number(request.headers['content-length'] ?? 0);
  if (said > most) throw new HttpRefusal(413, 'too-large');
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    // Without an encoding, Node's streams give buffers.
    const bytes = part as Buffer;
    length += bytes.length;
    if (length > most) throw new HttpRefusal(413, 'too-large');
    parts.push(bytes);
  }
  return new Uint8Array(Buffer.concat(parts));
}
