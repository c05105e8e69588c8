import { app } from 'electron';
import type { EventName, EventOf } from '../../shared/bridge/index.ts';
import { err } from '../../shared/lib/result.ts';
import { createProcessClient, type ProcessClient } from '../process/client.ts';
import { unavailable } from './engine/problems.ts';
import { processMethods, type ProcessMethods } from './process-methods.ts';

/** The journal's process, as the main process sees it. A call that it did not live to answer is answered `unavailable`. */
export interface JournalClient extends Omit<ProcessClient<ProcessMethods>, 'rekey' | 'isRunning'> {
  /** Lets it store everything and end, does something with its files, and only then goes on with what was asked meanwhile. */
  readonly apart: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * @param script the process's bundle
 * @param library gives its folder and, where it is encrypted and unlocked, its key, whenever the process starts
 * @param tell passes on what the process tells the page
 */
export function createJournalClient(
  script: string,
  library: { readonly folder: () => string; readonly key: () => Uint8Array<ArrayBuffer> | null },
  tell: <E extends EventName>(event: E, value: EventOf<E>) => void,
): JournalClient {
  const { call, start, stop } = createProcessClient({
    script,
    serviceName: 'Backstory journal',
    args: () => [library.folder(), app.getPath('userData')],
    key: library.key,
    methods: processMethods,
    lost: () => err(unavailable),
    tell,
    asks: { methods: {}, services: {} },
  });
  /** What calls wait for while something is done with the files. */
  let apart: Promise<unknown> | null = null;

  return {
    call: (method, args) => (apart === null ? call(method, args) : apart.then(() => call(method, args))),
    start() {
      if (apart === null) start();
    },
    stop,
    async apart(work) {
      while (apart !== null) await apart;
      const doing = stop().then(work);
      apart = doing.catch(() => undefined);
      try {
        return await doing;
      } finally {
        apart = null;
      }
    },
  };
}
