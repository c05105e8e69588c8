import { methodNames, methods, type MethodName } from '../../shared/bridge/index.ts';

/** What the main process answers itself: it asks the system's keychain, and knows what the app was opened with. */
const inMain = ['sync.keys', 'sync.protect', 'sync.unlock', 'sync.takeInvites'] as const;

/** What is asked of the sync process. */
export type SyncMethod = Exclude<Extract<MethodName, `sync.${string}`>, (typeof inMain)[number]>;

export const syncMethodNames = methodNames.filter(
  (name): name is SyncMethod => name.startsWith('sync.') && !inMain.some((one) => one === name),
);

// Object.fromEntries forgets which keys it made; they are exactly these names.
export const syncMethods = Object.fromEntries(syncMethodNames.map((name) => [name, methods[name]])) as Pick<
  typeof methods,
  SyncMethod
>;
