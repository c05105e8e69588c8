import type { EventName, EventOf } from '../../shared/bridge/index.ts';
import type { JournalClient } from '../journal/client.ts';
import { createProcessClient, type ProcessClient } from '../process/client.ts';
import { answerOfLost } from './answer-of-lost.ts';
import { asks } from './asks.ts';
import { syncMethods } from './sync-methods.ts';

/** The sync process, as the main process sees it: it runs once something is shared, joined or asked. */
export type SyncClient = ProcessClient<typeof syncMethods>;

/**
 * @param script the process's bundle
 * @param place its folder, and what it keeps there is sealed under
 * @param journal answers what it asks
 * @param tell passes on what it tells the page
 */
export function createSyncClient(
  script: string,
  place: { readonly folder: string; readonly key: () => Uint8Array<ArrayBuffer> | null },
  journal: JournalClient,
  tell: <E extends EventName>(event: E, value: EventOf<E>) => void,
): SyncClient {
  return createProcessClient({
    script,
    serviceName: 'Backstory sync',
    args: () => [place.folder],
    key: place.key,
    methods: syncMethods,
    lost: answerOfLost,
    tell,
    asks: {
      methods: asks,
      services: {
        'journal.list': (args) => journal.call('journal.list', args),
        'journal.read': (args) => journal.call('journal.read', args),
        'captures.get': (args) => journal.call('captures.get', args),
        'captures.put': (args) => journal.call('captures.put', args),
        'captures.missing': (args) => journal.call('captures.missing', args),
      },
    },
    onLost: () => tell('sync.ended', undefined),
  });
}
