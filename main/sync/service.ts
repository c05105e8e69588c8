import { ok, err, type Result } from '../../shared/lib/result.ts';
import type { Services } from '../ipc/methods.ts';
import type { SyncClient } from './client.ts';
import type { SyncProblem } from './engine/contract.ts';
import type { Invites } from './invites.ts';
import type { MasterKey } from './keys/master-key.ts';
import { listRooms } from './rooms/room-files.ts';
import { syncMethodNames, type SyncMethod } from './sync-methods.ts';

type Name = Extract<keyof Services, `sync.${string}`>;
export type SyncServices = Pick<Services, Name>;

export interface SyncServiceParts {
  readonly client: SyncClient;
  readonly masterKey: MasterKey;
  readonly invites: Invites;
  /** Where keys and rooms are kept. */
  readonly folder: string;
}

/** The work behind the methods of sharing: the keys' key here, everything else in the sync process. */
export function createSyncServices({ client, masterKey, invites, folder }: SyncServiceParts): SyncServices {
  const changed = async (work: Promise<Result<undefined, SyncProblem>>): Promise<Result<undefined, SyncProblem>> => {
    const outcome = await work;
    if (outcome.ok) client.rekey();
    return outcome;
  };
  /** The first sharing lets the keychain keep the keys, where there is one. */
  const ready = async (): Promise<Result<undefined, SyncProblem>> => {
    if (masterKey.state().kind === 'none') return await changed(masterKey.protect(null));
    return masterKey.key() === null ? err(masterKey.missing()) : ok(undefined);
  };
  return {
    ...handOver(client),
    'sync.keys': () => masterKey.state(),
    'sync.protect': ({ passphrase }) => changed(masterKey.protect(passphrase)),
    'sync.unlock': ({ passphrase }) => changed(masterKey.unlock(passphrase)),
    'sync.takeInvites': () => invites.take(),
    // Where nothing is shared the process is not needed to say so.
    'sync.shared': () => (listRooms(folder).length === 0 ? [] : client.call('sync.shared', undefined)),
    'sync.share': async (args) => {
      const isReady = await ready();
      return isReady.ok ? await client.call('sync.share', args) : isReady;
    },
    'sync.join': async (args) => {
      const isReady = await ready();
      return isReady.ok ? await client.call('sync.join', args) : isReady;
    },
    'sync.take': (args) => (masterKey.key() === null ? err(masterKey.missing()) : client.call('sync.take', args)),
    'sync.open': (args) => (masterKey.key() === null ? err(masterKey.missing()) : client.call('sync.open', args)),
  };
}

/** What the sync process does. What only matters to one that runs starts none. */
function handOver(client: SyncClient): Pick<Services, SyncMethod> {
  const idle: readonly SyncMethod[] = [
    'sync.close',
    'sync.edit',
    'sync.flush',
    'sync.kept',
    'sync.retry',
    'sync.present',
    'sync.stopFile',
  ];
  const services = syncMethodNames.map((name) => [
    name,
    (args: Parameters<Services[typeof name]>[0]) =>
      idle.includes(name) && !client.isRunning() ? undefined : client.call(name, args),
  ]);
  // Object.fromEntries forgets which keys it made; they are exactly these names.
  return Object.fromEntries(services) as Pick<Services, SyncMethod>;
}
