import { mkdirSync } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { blob, integer, text } from './sqlite-rows.ts';
import { sqliteUploads, uploadTables } from './sqlite-uploads.ts';
import type { RelayStorage } from './storage.ts';

const tables = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS acl (room TEXT NOT NULL, at INTEGER NOT NULL, entry BLOB NOT NULL, PRIMARY KEY (room, at)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS log (id INTEGER PRIMARY KEY, room TEXT NOT NULL, generation INTEGER NOT NULL, bytes BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS log_of ON log (room, generation);
  CREATE TABLE IF NOT EXISTS generations (room TEXT NOT NULL, generation INTEGER NOT NULL, begun INTEGER NOT NULL,
    PRIMARY KEY (room, generation)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS files (room TEXT NOT NULL, cid TEXT NOT NULL, size INTEGER NOT NULL, author TEXT NOT NULL,
    PRIMARY KEY (room, cid)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS health (id INTEGER PRIMARY KEY, checks INTEGER NOT NULL);
`;

/** A storage in one folder: a SQLite database, and files beside it. Nothing else has to be installed. */
export function openSqliteStorage(folder: string): RelayStorage {
  const filesFolder = join(folder, 'files');
  mkdirSync(filesFolder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'relay.sqlite'));
  database.exec(tables + uploadTables);
  const statement = (sql: string) => database.prepare(sql);
  const aclOf = statement('SELECT entry FROM acl WHERE room = ? ORDER BY at');
  const aclLength = statement('SELECT count(*) AS count FROM acl WHERE room = ?');
  const addAcl = statement('INSERT INTO acl (room, at, entry) VALUES (?, ?, ?)');
  const generationsOf = statement('SELECT generation, begun FROM generations WHERE room = ? ORDER BY generation');
  const roomsOf = statement('SELECT room FROM generations GROUP BY room HAVING count(*) >= ?');
  const begin = statement('INSERT OR IGNORE INTO generations (room, generation, begun) VALUES (?, ?, ?)');
  const updatesOf = statement('SELECT bytes FROM log WHERE room = ? AND generation = ? ORDER BY id');
  const addUpdate = statement('INSERT INTO log (room, generation, bytes) VALUES (?, ?, ?)');
  const dropUpdates = statement(
    'DELETE FROM log WHERE id IN (SELECT id FROM log WHERE room = ? AND generation = ? ORDER BY id LIMIT ?)',
  );
  const dropEmpty = statement(
    `DELETE FROM generations WHERE room = ?1 AND generation = ?2
       AND NOT EXISTS (SELECT 1 FROM log WHERE room = ?1 AND generation = ?2)`,
  );
  const logUsage = statement('SELECT coalesce(sum(length(bytes)), 0) AS size FROM log WHERE room = ?');
  const filesUsage = statement(
    `SELECT coalesce(sum(size), 0) AS size
       FROM (SELECT size FROM files WHERE room = ?1 UNION ALL SELECT size FROM uploads WHERE room = ?1)`,
  );
  const fileOf = statement('SELECT size, author FROM files WHERE room = ? AND cid = ?');
  const dropFile = statement('DELETE FROM files WHERE room = ? AND cid = ?');
  const beat = statement('INSERT INTO health VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET checks = checks + 1');

  const transaction = <T>(work: () => T): T => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  };
  const later = <T>(work: () => T): Promise<T> =>
    new Promise((resolve) => {
      resolve(work());
    });
  const pathOf = (room: string, cid: string) => join(filesFolder, `${room}.${cid}`);

  return {
    acl: (room) => later(() => aclOf.all(room).map((row) => blob(row, 'entry'))),
    appendAcl: (room, length, entry) =>
      later(() =>
        transaction(() => {
          if (integer(aclLength.get(room), 'count') !== length) return false;
          addAcl.run(room, length, entry);
          return true;
        }),
      ),
    generations: (room) =>
      later(() =>
        generationsOf
          .all(room)
          .map((row) => ({ generation: integer(row, 'generation'), begun: integer(row, 'begun') })),
      ),
    roomsWith: (generations) => later(() => roomsOf.all(generations).map((row) => text(row, 'room'))),
    updates: (room, generation) => later(() => updatesOf.all(room, generation).map((row) => blob(row, 'bytes'))),
    append: (updates, at) =>
      later(() =>
        transaction(() => {
          for (const { room, generation, update } of updates) {
            begin.run(room, generation, at);
            addUpdate.run(room, generation, update);
          }
        }),
      ),
    // Nobody else writes here: those that were read are the first.
    deleteUpdates: (room, generation, read) =>
      later(() =>
        transaction(() => {
          dropUpdates.run(room, generation, read.length);
          dropEmpty.run(room, generation);
        }),
      ),
    usage: (room) =>
      later(() => ({ log: integer(logUsage.get(room), 'size'), files: integer(filesUsage.get(room), 'size') })),
    ...sqliteUploads({ database, pathOf, transaction }),
    file: (room, cid) =>
      later(() => {
        const row = fileOf.get(room, cid);
        return row === undefined ? null : { size: integer(row, 'size'), author: text(row, 'author') };
      }),
    async readFile(room, cid, start, end) {
      const file = await open(pathOf(room, cid), 'r');
      try {
        const { buffer, bytesRead } = await file.read(new Uint8Array(end - start), 0, end - start, start);
        if (bytesRead !== end - start) throw new Error('A stored file is shorter than it was');
        return buffer;
      } finally {
        await file.close();
      }
    },
    async deleteFile(room, cid) {
      transaction(() => dropFile.run(room, cid));
      await rm(pathOf(room, cid), { force: true });
    },
    // One process has this folder.
    alone: async (work) => {
      await work();
      return true;
    },
    watch: () => undefined,
    async check() {
      beat.run();
      await stat(filesFolder);
    },
    close: () => later(() => database.close()),
  };
}
