import { err, ok } from '../../../shared/lib/result.ts';
import type { FilesRoom, NotebookFiles } from '../notebook-files.ts';
import { FileSync } from './file-sync.ts';
import { fileSeed } from './sealed-file.ts';

/** The files of a notebook that is open and shared: see `FileSync`. */
export function openFiles(room: FilesRoom): NotebookFiles {
  const { notebook, crypto, keep, connection, inner, ask, tell } = room;
  const files = new FileSync({
    sealing: { crypto, room: keep.room, seed: fileSeed(crypto, keep.device.sign.secretKey, keep.room) },
    notebook,
    inner,
    connection,
    folder: {
      get: (hash) => ask('captures.get', { notebook, hash }).catch(silent),
      put: (hash, bytes) => ask('captures.put', { notebook, hash, bytes }).catch(silent),
      missing: (hashes) =>
        ask('captures.missing', { notebook, hashes: [...hashes], compare: false, elsewhere: false }).catch(silent),
    },
    canWrite: room.canWrite,
    write: (change) => room.writeRoot(change),
    onFiles: (state) => tell('sync.files', { notebook, files: state }),
    onFile: (file) => tell('sync.file', { notebook, ...file }),
    isAhead: room.isAhead(),
  });
  /** Counts the connections, so that one that was lost meanwhile begins nothing. */
  let turn = 0;
  return {
    state: () => files.files(),
    fetch: (hash) => files.fetch(hash),
    stop: (hash) => files.stop(hash),
    setAhead: async (isAhead) => {
      await room.setAhead(isAhead);
      files.setAhead(isAhead);
      return ok(undefined);
    },
    follow: ({ kind }) => {
      const mine = (turn += 1);
      if (kind !== 'online') return files.setOnline(false);
      // What teammates sent is only known once everything the room holds has arrived.
      void connection.reached().then((reached) => {
        if (reached.ok && turn === mine) files.setOnline(true);
      });
    },
    close: () => void files.close(),
  };
}

/** The journal's process ended, say, and is started again: no reason to end this one. */
function silent() {
  return err({ reason: 'failed', message: 'The notebook’s folder does not answer.' } as const);
}
