import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** Everything that went over one connection. */
interface Line {
  readonly fromDevice: Buffer[];
  readonly fromRelay: Buffer[];
}

/** Stands between devices and a relay, hands everything on, and keeps a record of it. */
export class Wiretap {
  readonly #lines: Line[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  private constructor(relay: URL) {
    this.#server = createServer((device) => {
      const upstream = connect(Number(relay.port), relay.hostname);
      const line: Line = { fromDevice: [], fromRelay: [] };
      this.#lines.push(line);
      this.#join(device, upstream, line.fromDevice);
      this.#join(upstream, device, line.fromRelay);
    });
  }

  static async before(relay: string): Promise<Wiretap> {
    const tap = new Wiretap(new URL(relay));
    await new Promise<void>((resolve) => tap.#server.listen(0, '127.0.0.1', () => resolve()));
    return tap;
  }

  /** What devices take for their relay. */
  get url(): string {
    // It listens on a port, not on a pipe.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** All that was said, both ways. What devices send in WebSockets is masked (RFC 6455, 5.3); here it is not. */
  everything(): Buffer {
    return Buffer.concat(
      this.#lines.flatMap(({ fromDevice, fromRelay }) => [unmasked(Buffer.concat(fromDevice)), ...fromRelay]),
    );
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #join(from: Socket, to: Socket, record: Buffer[]): void {
    this.#sockets.add(from);
    from.on('data', (bytes: Buffer) => {
      record.push(bytes);
      to.write(bytes);
    });
    // Whatever ends one side ends the other.
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
  }
}

/** Bytes of a device: an HTTP request, behind which frames follow where it asks for a WebSocket. */
function unmasked(bytes: Buffer): Buffer {
  const end = bytes.indexOf('\r\n\r\n');
  const head = bytes.subarray(0, end + 4);
  if (end === -1 || !/^upgrade: websocket/im.test(head.toString('latin1'))) return bytes;
  const parts = [head];
  for (let at = end + 4; at + 6 <= bytes.length;) {
    const short = bytes.readUInt8(at + 1) & 0x7f;
    const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
    const start = at + 2 + lengthBytes + 4;
    if (start > bytes.length) break;
    const length =
      lengthBytes === 0
        ? short
        : Number(bytes.readUIntBE(at + 2 + Math.max(0, lengthBytes - 6), Math.min(6, lengthBytes)));
    const mask = bytes.subarray(start - 4, start);
    parts.push(Buffer.from(bytes.subarray(start, start + length).map((byte, index) => byte ^ (mask[index % 4] ?? 0))));
    at = start + length;
  }
  return Buffer.concat(parts);
}

/** Every form in which a word could stand somewhere: as text of either kind, in hexadecimal, and in base64 wherever it begins there. */
export function formsOf(word: string): readonly Buffer[] {
  const bytes = Buffer.from(word);
  const encoded = [0, 1, 2].map((lead) => {
    const text = Buffer.concat([Buffer.alloc(lead), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The letters at either end depend on their neighbours.
    return text.slice(Math.ceil((lead * 8) / 6), -1);
  });
  return [
    bytes,
    Buffer.from(word, 'utf16le'),
    ...[
      bytes.toString('hex'),
      ...encoded,
      ...encoded.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    ].map((text) => Buffer.from(text)),
  ];
}
