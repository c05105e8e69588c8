import { MessageType } from '@hocuspocus/server';
import { createDecoder, readVarInt, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';
import { expect } from 'vitest';
import { parseMessage } from '../../shared/sync/messages.ts';
import type { SyncMessage } from '../../shared/sync/messages.ts';

const auth = { token: 0, denied: 1, granted: 2 } as const;

/** A message of the engine's protocol: the document, the kind, and what `write` adds. */
export function frame(
  document: string,
  kind: MessageType,
  write: (encoder: ReturnType<typeof createEncoder>) => void,
): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, document);
  writeVarUint(encoder, kind);
  write(encoder);
  return toUint8Array(encoder);
}

/** What tells where somebody is: one client's state. */
export function awarenessFrame(document: string, client: number, clock: number, state: unknown): Uint8Array {
  const update = createEncoder();
  writeVarUint(update, 1);
  writeVarUint(update, client);
  writeVarUint(update, clock);
  writeVarString(update, JSON.stringify(state));
  return frame(document, MessageType.Awareness, (encoder) => writeVarUint8Array(encoder, toUint8Array(update)));
}

/** Somebody who speaks the engine's protocol by hand, and so can say anything. */
export class RawDevice {
  readonly #socket: WebSocket;
  readonly #entered = new Set<string>();
  readonly limits: Extract<SyncMessage, { readonly type: 'limit' }>[] = [];
  /** The latest state of each client of awareness. */
  readonly presence = new Map<number, { readonly e?: string }>();
  /** The texts of all states that came. */
  readonly presenceFrames: string[] = [];
  refused: string | null = null;
  closed: { readonly code: number; readonly reason: string } | null = null;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#hear(new Uint8Array(data as Buffer))); // one buffer, as the relay's socket has it
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
    });
    socket.on('error', () => undefined);
  }

  static async connect(url: string, headers: Readonly<Record<string, string>> = {}): Promise<RawDevice> {
    const socket = new WebSocket(url.replace('http', 'ws'), { headers });
    const device = new RawDevice(socket);
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return device;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  send(bytes: Uint8Array): void {
    this.#socket.send(bytes);
  }

  enter(document: string, token: string): void {
    this.refused = null;
    const write = (encoder: ReturnType<typeof createEncoder>): void => {
      writeVarUint(encoder, auth.token);
      writeVarString(encoder, token);
    };
    this.send(frame(document, MessageType.Auth, write));
  }

  /** Resolves when it was let in: to that document, or to any. */
  async entered(document?: string): Promise<void> {
    await expect.poll(() => (document === undefined ? this.#entered.size > 0 : this.#entered.has(document))).toBe(true);
  }

  get isIn(): boolean {
    return this.#entered.size > 0;
  }

  /** Closes when everything was sent. */
  finish(): void {
    this.#socket.close();
  }

  /** Takes nothing from the system any more. */
  pause(): void {
    this.#socket.pause();
  }

  stop(): void {
    this.#socket.terminate();
  }

  #hear(bytes: Uint8Array): void {
    const decoder = createDecoder(bytes);
    const document = readVarString(decoder);
    // The engine's own kinds of messages.
    const kind = readVarUint(decoder) as MessageType;
    if (kind === MessageType.Auth) {
      if (readVarUint(decoder) === auth.denied) this.refused = readVarString(decoder);
      else this.#entered.add(document);
    } else if (kind === MessageType.Stateless) {
      const message = parseMessage(readVarString(decoder));
      if (message?.type === 'limit') this.limits.push(message);
    } else if (kind === MessageType.Awareness) {
      const states = createDecoder(readVarUint8Array(decoder));
      for (let left = readVarUint(states); left > 0; left -= 1) {
        const client = readVarUint(states);
        readVarUint(states);
        const text = readVarString(states);
        this.presenceFrames.push(text);
        const state: unknown = JSON.parse(text);
        // What the relay passes on has this one field.
        if (state !== null) this.presence.set(client, state as { readonly e?: string });
      }
    } else if (kind === MessageType.SyncStatus) readVarInt(decoder);
  }
}
