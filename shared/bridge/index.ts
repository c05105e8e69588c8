export type { MenuAction } from './actions.ts';
export type { Bridge, CallArgs, Listen, RawBridge } from './bridge.ts';
export { printJobSchema, type ExportFailure, type PrintJob, type PrintProgress } from './brief.ts';
export { type EncryptionState, type Keychain, type LeftNotebook, shortestPassphrase } from './encryption.ts';
export { events, type EventName, type EventOf } from './events.ts';
export { maxFetchedBytes, type Fetched, type FetchFailure } from './fetch.ts';
export { maxPageBytes, maxSourceBytes, tooLargeMessage, type OpenedFile, type OpenFailure } from './files.ts';
export {
  noticeSchema,
  type Checkpoint,
  type DocumentState,
  type Head,
  type JournaledNotebook,
  type JournalFailure,
  type JournalNotice,
  type JournalRow,
  type LastSession,
  type NewRow,
  type OpenedJournal,
  rowOrigins,
  rowSchema,
  type RowOrigin,
  type SnapshotInfo,
} from './journal.ts';
export {
  broughtResult,
  type BroughtFile,
  type CaptureFailure,
  type FileContents,
  type LibraryFailure,
  type LibraryPlace,
  type LibraryProgress,
} from './library.ts';
export { methods, type ArgsOf, type MethodName, type ResultOf } from './methods.ts';
export { bridgeKey, droppedChannel, eventNames, methodNames } from './names.ts';
export {
  defaultSettings,
  papers,
  settingsSchema,
  textScales,
  themes,
  type Paper,
  type Settings,
  type SettingsChange,
  type TextScale,
  type Theme,
} from './settings.ts';
export {
  syncRoles,
  type InviteInfo,
  type RemoteAuthor,
  type RemoteUpdate,
  type SharedNotebook,
  type SyncFailure,
  type SyncFiles,
  type SyncKeys,
  type SyncMember,
  type SyncMembers,
  type SyncPeer,
  type SyncRole,
  type SyncStatus,
} from './sync.ts';
