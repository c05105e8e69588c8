import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import { integer, text } from './sqlite-rows.ts';
import { pieceSize } from './uploads.ts';
import type { Upload, UploadStorage } from './uploads.ts';

/** Rows say how long an upload is; a file may be longer after a crash. */
export const uploadTables = `
  CREATE TABLE IF NOT EXISTS uploads (room TEXT NOT NULL, cid TEXT NOT NULL, author TEXT NOT NULL, size INTEGER NOT NULL, touched INTEGER NOT NULL,
    PRIMARY KEY (room, cid, author)) WITHOUT ROWID;
`;

export interface SqliteUploadsOptions {
  readonly database: DatabaseSync;
  /** Where a file's bytes are. */
  readonly pathOf: (room: string, cid: string) => string;
  readonly transaction: <T>(work: () => T) => T;
}

/** Uploads in files beside those that are whole. */
export function sqliteUploads({ database, pathOf, transaction }: SqliteUploadsOptions): UploadStorage {
  const statement = (sql: string) => database.prepare(sql);
  const one = 'WHERE room = ? AND cid = ? AND author = ?';
  const sizeOf = statement(`SELECT size FROM uploads ${one}`);
  const begin = statement('INSERT OR IGNORE INTO uploads (room, cid, author, size, touched) VALUES (?, ?, ?, 0, ?)');
  const grow = statement(`UPDATE uploads SET size = ?, touched = ? ${one}`);
  const drop = statement(`DELETE FROM uploads ${one}`);
  const dropOld = statement(`DELETE FROM uploads ${one} AND touched < ?`);
  const oldOnes = statement('SELECT room, cid, author FROM uploads WHERE touched < ?');
  const addFile = statement('INSERT OR IGNORE INTO files (room, cid, size, author) VALUES (?, ?, ?, ?)');
  const inTurn = turns();

  const names = ({ room, cid, author }: Upload) => [room, cid, author] as const;
  const partOf = ({ room, cid, author }: Upload): string => `${pathOf(room, cid)}.${author}.part`;
  const lengthOf = (upload: Upload): number => {
    const row = sizeOf.get(...names(upload));
    return row === undefined ? 0 : integer(row, 'size');
  };

  return {
    uploaded: (upload) => inTurn(partOf(upload), () => Promise.resolve(lengthOf(upload))),
    addToUpload: (upload, offset, piece, at) =>
      inTurn(partOf(upload), async () => {
        if (lengthOf(upload) !== offset) return false;
        // Before the first byte, so that nothing is ever in the folder that no row knows of.
        if (offset === 0) begin.run(...names(upload), at);
        await withFile(partOf(upload), async (file) => {
          await file.write(piece, 0, piece.length, offset);
          await file.datasync();
        });
        grow.run(offset + piece.length, at, ...names(upload));
        return true;
      }),
    finishUpload: (upload) =>
      inTurn(partOf(upload), async () => {
        const { room, cid, author } = upload;
        const part = partOf(upload);
        const size = lengthOf(upload);
        const isRight = size > 0 && (await hashOfFile(part, size)) === cid;
        if (isRight) await rename(part, pathOf(room, cid));
        else await rm(part, { force: true });
        transaction(() => {
          if (isRight) addFile.run(room, cid, size, author);
          drop.run(...names(upload));
        });
        return isRight;
      }),
    async deleteUploads(before) {
      let deleted = 0;
      for (const row of oldOnes.all(before)) {
        const upload = { room: text(row, 'room'), cid: text(row, 'cid'), author: text(row, 'author') };
        await inTurn(partOf(upload), async () => {
          // Somebody may have gone on with it meanwhile.
          if (dropOld.run(...names(upload), before).changes === 0) return;
          await rm(partOf(upload), { force: true });
          deleted += 1;
        });
      }
      return deleted;
    },
  };
}

/** Does what concerns one name one after another. One process has this folder. */
function turns(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, turn);
    try {
      return await turn;
    } finally {
      if (last.get(name) === turn) last.delete(name);
    }
  };
}

/** A file that is missing, since the folder is from another backup than the database, is made: its hash will not be right. */
async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, constants.O_RDWR | constants.O_CREAT);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

/** The SHA-256 of a file that is cut to so many bytes first. */
function hashOfFile(path: string, size: number): Promise<string> {
  return withFile(path, async (file) => {
    await file.truncate(size);
    await file.datasync();
    const hash = createHash('sha256');
    const piece = new Uint8Array(pieceSize);
    for (let at = 0; at < size;) {
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      hash.update(piece.subarray(0, bytesRead));
      at += bytesRead;
    }
    return hash.digest('hex');
  });
}
