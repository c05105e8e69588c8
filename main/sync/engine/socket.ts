import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import { trouble, troubleOfClose } from './trouble.ts';
import type { Trouble } from './trouble.ts';
import type { Tuning } from './tuning.ts';

export interface SocketEvents {
  /** The relay gave a sign of life. */
  readonly onSign: () => void;
  /** The connection ended, or was never there. */
  readonly onEnd: (trouble: Trouble) => void;
}

/** Bytes of the longest frame: a generation comes as one. */
const longestFrame = 128 * 1024 * 1024;
const handshake = 15_000;
/** Milliseconds that the relay has to answer to a goodbye. */
const farewell = 1000;
/** The engine's client would connect again by itself, and look for silence: both are ours. */
const never = 2 ** 30;

/**
 * One connection to a relay, over which the engine's client speaks. It notices when the other end is silently gone, and lets nothing that comes
 * over it throw into the process.
 */
export class Socket {
  readonly provider: HocuspocusProviderWebsocket;
  #socket: WebSocket | null = null;
  #heard = Date.now();
  #isOver = false;
  /** What was pending when last looked at. */
  #pending = 0;
  readonly #timer: NodeJS.Timeout;
  readonly #events: SocketEvents;

  /** `relay`: "https://relay.example.org". Connects at once. */
  constructor(relay: string, tuning: Tuning, events: SocketEvents) {
    this.#events = events;
    const opened = (socket: WebSocket): void => this.#watch(socket);
    const broken = (): void => this.end(trouble.untrue);
    class Watched extends WebSocket {
      constructor(url: string) {
        super(url, { handshakeTimeout: handshake, maxPayload: longestFrame, perMessageDeflate: false });
        opened(this);
      }

      override emit(...event: Parameters<WebSocket['emit']>): boolean {
        try {
          return super.emit(...event);
        } catch {
          // Bytes that the engine's client stumbles over: what a relay sends is hostile until it is read.
          broken();
          return false;
        }
      }
    }
    this.provider = new HocuspocusProviderWebsocket({
      url: relay.replace(/^http/, 'ws'),
      WebSocketPolyfill: Watched,
      messageReconnectTimeout: never,
      maxAttempts: 1,
      onClose: ({ event }) => this.end(troubleOfClose(event.code, event.reason)),
      onMaxAttemptsFailed: () => this.end(trouble.unreachable),
    });
    this.#timer = setInterval(() => this.#ping(tuning), Math.min(tuning.ping, tuning.silence) / 2);
  }

  /** Bytes that the relay has not taken yet. */
  get pending(): number {
    return this.#socket?.bufferedAmount ?? 0;
  }

  /** Ends the connection; told once. */
  end(why: Trouble): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearInterval(this.#timer);
    this.provider.destroy();
    // The engine's client has said goodbye; a relay that does not answer must not keep the connection.
    setTimeout(() => this.#socket?.terminate(), farewell).unref();
    this.#events.onEnd(why);
  }

  #watch(socket: WebSocket): void {
    this.#socket = socket;
    const sign = (): void => {
      this.#heard = Date.now();
      this.#events.onSign();
    };
    // Every byte is one: on a slow line a message is long on its way, and the answer to a ping waits behind it. Whoever listens before the
    // socket is open takes away what came with the answer to the handshake.
    socket.once('upgrade', (response) => socket.once('open', () => response.socket.on('data', sign)));
    // What goes wrong closes the socket, too; and after it was given up nobody listens.
    socket.on('error', () => undefined);
  }

  #ping(tuning: Tuning): void {
    // A relay that takes what we send is there, too.
    if (this.pending < this.#pending) this.#heard = Date.now();
    this.#pending = this.pending;
    const silence = Date.now() - this.#heard;
    if (silence > tuning.silence) this.end(trouble.unreachable);
    else if (silence >= tuning.ping && this.#socket?.readyState === WebSocket.OPEN) this.#socket.ping();
  }
}
