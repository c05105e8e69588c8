import { tell } from '../ipc/events.ts';
import type { Services } from '../ipc/methods.ts';
import { electronTransport } from './electron-transport.ts';
import { fetchPage } from './fetch-page.ts';
import { problem } from './problems.ts';

export type FetchServices = Pick<Services, 'fetch.page' | 'fetch.stop'>;

/** How often progress is told, in milliseconds. */
const interval = 100;

/** At once; a person waits for few, and a page gone wrong must not ask for thousands. */
const mostAtOnce = 4;

/** The work behind the bridge's `fetch` methods. */
export function createFetchServices(): FetchServices {
  const transport = electronTransport();
  const running = new Map<string, AbortController>();
  return {
    'fetch.page': async ({ ticket, address, allowPrivate }, window) => {
      if (running.has(ticket) || running.size >= mostAtOnce) {
        return problem('cancelled', 'Too many pages are being fetched at once. Try again when the others are done.');
      }
      const controller = new AbortController();
      running.set(ticket, controller);
      let told = 0;
      const onProgress = (received: number, total: number | null): void => {
        const now = Date.now();
        if (now - told < interval) return;
        told = now;
        tell(window, 'fetch.progress', { ticket, received, total });
      };
      try {
        return await fetchPage(transport, address, { signal: controller.signal, allowPrivate, onProgress });
      } finally {
        running.delete(ticket);
      }
    },
    'fetch.stop': ({ ticket }) => {
      running.get(ticket)?.abort();
      return undefined;
    },
  };
}
