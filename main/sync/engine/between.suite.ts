import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** Somebody between a device and its relay, or the relay itself, if it were hostile: it can change answers, keep messages back, fall silent, and send what it likes. */
export class Between {
  /** What becomes of a membership that is asked for: the bytes of the answer. */
  acl: (bytes: Buffer, from: number) => Buffer = (bytes) => bytes;
  /** Whether bytes go through at all; connections stay open. */
  isSilent = false;
  /** Whether a message of the relay's reaches a device, each by itself. */
  passes: (message: Uint8Array) => boolean = () => true;
  /** Requests that brought the relay something: which part, how many bytes of it went through, and the status of the answer (0: none came). */
  readonly brought: { readonly range: string; bytes: number; status: number }[] = [];
  /** Told of bytes that are on their way to the relay; false breaks their connection. */
  lets: (range: string, bytes: number) => boolean = () => true;
  readonly #target: URL;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(target: string) {
    this.#target = new URL(target);
    this.#server = createServer((request, response) => this.#pass(request, response));
    this.#server.on('upgrade', (request, socket: Socket, head: Buffer) => this.#tunnel(request, socket, head));
  }

  static async start(target: string): Promise<Between> {
    const between = new Between(target);
    await new Promise<void>((resolve) => between.#server.listen(0, '127.0.0.1', resolve));
    return between;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo; // it listens on a port, not on a pipe
    return `http://127.0.0.1:${port}`;
  }

  /** Sends a message to every device. */
  say(message: Uint8Array): void {
    if (message.length > 65_535) throw new Error('Too long for this');
    const long = message.length > 125;
    const length = long ? [126, message.length >> 8, message.length & 255] : [message.length];
    for (const socket of this.#sockets) socket.write(Buffer.concat([Buffer.from([0x82, ...length]), message]));
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pass(request: IncomingMessage, response: ServerResponse): void {
    const { hostname, port } = this.#target;
    const { method = 'GET', url = '/', headers } = request;
    const one = { range: headers['content-range'] ?? '', bytes: 0, status: 0 };
    if (method === 'PUT') this.brought.push(one);
    const forwarded = ask({ hostname, port, method, path: url, headers }, (answer) => {
      one.status = answer.statusCode ?? 0;
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const whole = Buffer.concat(parts);
        const isAcl = method === 'GET' && url.includes('/acl') && answer.statusCode === 200;
        const from = Number(new URL(url, 'http://relay').searchParams.get('from') ?? 0);
        const body = isAcl ? this.acl(whole, from) : whole;
        const { 'transfer-encoding': _, ...kept } = answer.headers;
        response.writeHead(answer.statusCode ?? 500, { ...kept, 'content-length': body.length });
        response.end(body);
      });
    });
    forwarded.on('error', () => response.destroy());
    request.on('data', (part: Buffer) => {
      if (this.lets(one.range, one.bytes + part.length)) one.bytes += part.length;
      else request.destroy();
    });
    request.on('close', () => {
      if (!request.complete) forwarded.destroy();
    });
    request.pipe(forwarded);
  }

  #tunnel(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const upstream = connect(Number(this.#target.port), this.#target.hostname);
    const lines = [`GET ${request.url ?? '/'} HTTP/1.1`];
    for (let at = 0; at < request.rawHeaders.length; at += 2)
      lines.push(`${request.rawHeaders[at] ?? ''}: ${request.rawHeaders[at + 1] ?? ''}`);
    upstream.write(`${lines.join('\r\n')}\r\n\r\n`);
    upstream.write(head);
    this.#sockets.add(socket);
    const end = (): void => {
      this.#sockets.delete(socket);
      socket.destroy();
      upstream.destroy();
    };
    for (const [from, to] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      const frames = from === upstream ? new Frames((message) => this.passes(message)) : null;
      from.on('data', (bytes: Buffer) => {
        if (!this.isSilent) to.write(frames?.passing(bytes) ?? bytes);
      });
      from.on('end', end);
      from.on('close', end);
      from.on('error', end);
    }
  }
}

/** Takes messages out of what a relay sends over one connection: the answer to the handshake, then frames of WebSocket, which need not come whole. */
class Frames {
  readonly #passes: (message: Uint8Array) => boolean;
  #isOpen = false;
  #rest = Buffer.alloc(0);

  constructor(passes: (message: Uint8Array) => boolean) {
    this.#passes = passes;
  }

  /** What goes on of what came. */
  passing(bytes: Buffer): Buffer {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const passing: Buffer[] = [];
    for (let next = this.#next(); next !== null; next = this.#next()) passing.push(next);
    return Buffer.concat(passing);
  }

  /** The next part that is whole: empty where it does not pass; null where none is whole yet. */
  #next(): Buffer | null {
    if (!this.#isOpen) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end === -1) return null;
      this.#isOpen = true;
      return this.#take(end + 4);
    }
    if (this.#rest.length < 2) return null;
    const short = this.#rest.readUInt8(1) & 127;
    const start = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (this.#rest.length < start) return null;
    const length =
      short < 126 ? short : start === 4 ? this.#rest.readUInt16BE(2) : Number(this.#rest.readBigUInt64BE(2));
    if (this.#rest.length < start + length) return null;
    const isMessage = (this.#rest.readUInt8(0) & 15) === 2;
    const frame = this.#take(start + length);
    return !isMessage || this.#passes(frame.subarray(start)) ? frame : Buffer.alloc(0);
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }
}
