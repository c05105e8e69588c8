import type { OpenRoom } from './open-room.ts';

/** Milliseconds within which it is tried: the network comes back for many devices at once. */
const spread = 2000;

/**
 * Tries to reach a room's relay soon after this computer has a network again, instead of waiting for the next attempt. Nothing is tried where somebody
 * has to do something first. Returns the way to stop.
 */
export function retryOnNetwork(
  network: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  room: Pick<OpenRoom, 'state' | 'retry'>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const retry = (): void => {
    if (room.state().status?.kind === 'offline') room.retry();
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(retry, Math.random() * spread);
  };
  network.addEventListener('online', soon);
  return () => {
    clearTimeout(timer);
    network.removeEventListener('online', soon);
  };
}
