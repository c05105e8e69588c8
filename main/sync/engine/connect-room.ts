import type { AclAction } from '../../../shared/sync/acl/entry.ts';
import type { RoomConnection, RoomConnectionOptions } from './contract.ts';
import { Room } from './room.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { problemOf } from './trouble.ts';

/** Connects to a room and stays connected, until `close`. */
export function connectRoom(options: RoomConnectionOptions): RoomConnection {
  const room = new Room(options);
  const signalOf = (signal?: AbortSignal): AbortSignal =>
    signal === undefined ? room.closed : AbortSignal.any([room.closed, signal]);
  return {
    edit: (docId, update) => room.edit(docId, update),
    flush: () => room.flush(),
    stored: (mark) => room.stored(mark),
    status: () => room.progress.status,
    acl: () => room.membership.state,
    retry: () => room.retry(),
    present: (state) => room.present(state),
    append: (action: AclAction) => room.membership.append(room.client, () => action),
    removeMember: (device) => room.removeMember(device),
    async putFile(cid, bytes, progress, signal) {
      const put = await room.files.put(cid, bytes, progress, signalOf(signal));
      return put.ok ? ok(undefined) : err(problemOf(put.error));
    },
    async getFile(cid, progress, signal) {
      const got = await room.files.get(cid, progress, signalOf(signal));
      if (signal?.aborted === true) room.files.forget(cid);
      return got.ok ? got : err(problemOf(got.error));
    },
    reached: () => room.reached(),
    close: () => room.close(),
  };
}
