import type { WebSocket } from 'ws';
import { closeReasons } from '../../shared/sync/close-reasons.ts';
import type { CloseReason } from '../../shared/sync/close-reasons.ts';
import { limits } from '../../shared/sync/limits.ts';
import { Bucket } from './bucket.ts';
import { isAwareness } from './frame.ts';

/** What watches over one socket. */
export interface SocketGuard {
  /** Whether a message of that length may be handled. Where not, the socket is being closed. */
  readonly take: (length: number, now: number) => boolean;
  /** Called each second: closes a socket that does not take what is sent to it. */
  readonly sweep: () => void;
  /** The socket as the engine sees it, which sends without looking at what waits. */
  readonly engineSide: {
    readonly readyState: number;
    readonly send: (data: string | ArrayBufferLike | Blob | ArrayBufferView) => void;
    readonly close: (code?: number, reason?: string) => void;
  };
}

export interface SocketGuardOptions {
  /** Told which limit ended the socket. */
  readonly onLimit: (reason: CloseReason) => void;
  /** Told that somebody's presence was not sent, because so much else waits. */
  readonly onDropped: () => void;
}

/** Seconds' worth of bytes that may come at once: a first synchronisation is several blobs. */
const byteBurst = 16;
/** Sweeps, each a second, in which a socket that has too much to take has to take some of it. */
const patience = 10;

/** Guards a socket's rate and what waits to be sent. */
export function guardSocket(socket: WebSocket, now: number, { onLimit, onDropped }: SocketGuardOptions): SocketGuard {
  const messages = new Bucket(limits.messagesPerSecond, limits.messageBurst, now);
  const bytes = new Bucket(limits.bytesPerSecond, limits.bytesPerSecond * byteBurst, now);
  /** The longest message that was sent: a whole generation may be one, and takes its time on a slow line. */
  let longest = 0;
  let least = Infinity;
  let sweepsWithoutProgress = 0;
  let isEnding = false;
  const end = (reason: CloseReason): void => {
    isEnding = true;
    onLimit(reason);
    socket.close(closeReasons[reason].code, reason);
  };
  return {
    take(length, at) {
      if (isEnding) return false;
      const isFine = [messages.take(1, at), bytes.take(length, at)].every(Boolean);
      if (!isFine) end('too-fast');
      return isFine;
    },
    sweep() {
      if (isEnding) return;
      const waiting = socket.bufferedAmount;
      const isMuch = waiting > limits.pendingClose;
      sweepsWithoutProgress = isMuch && waiting >= least ? sweepsWithoutProgress + 1 : 0;
      least = isMuch ? Math.min(least, waiting) : Infinity;
      if (waiting > limits.pendingClose + longest || sweepsWithoutProgress >= patience) {
        end('too-slow');
        socket.terminate();
      }
    },
    engineSide: {
      get readyState() {
        return socket.readyState;
      },
      send(data) {
        if (!(data instanceof Uint8Array)) throw new Error('The engine sends bytes');
        if (socket.bufferedAmount > limits.pendingAwareness && isAwareness(data)) return onDropped();
        longest = Math.max(longest, data.length);
        socket.send(data);
      },
      close: (code, reason) => socket.close(code, reason),
    },
  };
}
