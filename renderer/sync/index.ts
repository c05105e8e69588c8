export { fetchJoined, joinNotebook } from './join-notebook.ts';
export type { JoinOptions, JoinParts, JoinProblem, JoinProgress, You } from './join-notebook.ts';
export { OpenRoom } from './open-room.ts';
export { PeersHere } from './presence/PeersHere.tsx';
export { PresenceProvider } from './presence/PresenceProvider.tsx';
export { retryOnNetwork } from './retry-on-network.ts';
export { SharedNotebooks } from './shared-notebooks.ts';
export { ViewOnly } from './ViewOnly.tsx';
export {
  RoomContext,
  SyncContext,
  useReturned,
  useRoom,
  useShared,
  useSharedNotebook,
  useSync,
  useSyncKeys,
  useSyncProblem,
  useSyncStatus,
} from './sync-context.ts';
