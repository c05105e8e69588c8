import type { Bridge } from '../../shared/bridge/index.ts';
import { err } from '../../shared/lib/result.ts';

const no = () =>
  Promise.resolve(err({ reason: 'failed', message: 'Notebooks are only shared in the app itself.' } as const));
const done = () => Promise.resolve(undefined);

/** Sharing of a bridge without a main process: there is none. */
export const memorySync: Bridge['sync'] = {
  keys: () => Promise.resolve({ kind: 'none', by: null }),
  protect: no,
  unlock: no,
  shared: () => Promise.resolve([]),
  share: no,
  invite: no,
  revoke: no,
  readInvite: no,
  takeInvites: () => Promise.resolve([]),
  join: no,
  take: no,
  open: no,
  close: done,
  attach: no,
  edit: done,
  flush: done,
  kept: done,
  status: no,
  retry: done,
  members: no,
  rename: no,
  setRole: no,
  remove: no,
  leave: no,
  present: done,
  files: no,
  fetchFile: no,
  stopFile: done,
  ahead: no,
};
