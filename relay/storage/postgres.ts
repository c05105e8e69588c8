import { createHash } from 'node:crypto';
import pg from 'pg';
import { blob, integer, text } from './postgres-rows.ts';
import type { Row } from './postgres-rows.ts';
import { postgresUploads, uploadTables } from './postgres-uploads.ts';
import type { RelayStorage } from './storage.ts';
import { pieceSize } from './uploads.ts';

const channel = 'backstory_relay_rooms';
/** Milliseconds after which a lost connection is made anew. */
const patience = 1000;

const tables = `
  CREATE TABLE IF NOT EXISTS acl (room text NOT NULL, at integer NOT NULL, entry bytea NOT NULL, PRIMARY KEY (room, at));
  CREATE TABLE IF NOT EXISTS log (id bigserial PRIMARY KEY, room text NOT NULL, generation integer NOT NULL, hash bytea NOT NULL,
    bytes bytea NOT NULL, UNIQUE (room, generation, hash));
  CREATE TABLE IF NOT EXISTS generations (room text NOT NULL, generation integer NOT NULL, begun bigint NOT NULL,
    PRIMARY KEY (room, generation));
  CREATE TABLE IF NOT EXISTS files (room text NOT NULL, cid text NOT NULL, size bigint NOT NULL, author text NOT NULL,
    PRIMARY KEY (room, cid));
  CREATE TABLE IF NOT EXISTS file_parts (room text NOT NULL, cid text NOT NULL, at integer NOT NULL, bytes bytea NOT NULL,
    PRIMARY KEY (room, cid, at));
  CREATE TABLE IF NOT EXISTS health (id integer PRIMARY KEY, checks bigint NOT NULL);
`;
/** Several relays may start at once; one of them makes the tables, and one at a time does what is done `alone`. */
const locks = { tables: 0x62737279, alone: 0x6273727a } as const;

/** A storage in PostgreSQL, which several relays share. `onIdleError` is told of connections that were lost while nobody used them. */
export async function openPostgresStorage(url: string, onIdleError: (error: Error) => void): Promise<RelayStorage> {
  const pool = new pg.Pool({ connectionString: url });
  pool.on('error', onIdleError);
  const rows = async (text: string, values: readonly unknown[]): Promise<readonly Row[]> =>
    // Rows are objects by column, whatever is in them.
    (await pool.query(text, [...values])).rows as readonly Row[];
  const transaction = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  };
  await transaction(async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [locks.tables]);
    await client.query(tables + uploadTables);
  });
  let listening: pg.Client | null = null;
  let isClosed = false;

  return {
    acl: async (room) =>
      (await rows('SELECT entry FROM acl WHERE room = $1 ORDER BY at', [room])).map((row) => blob(row, 'entry')),
    appendAcl: (room, length, entry) =>
      transaction(async (client) => {
        // Rows are objects by column, as above.
        const [counted] = (await client.query('SELECT count(*) AS count FROM acl WHERE room = $1', [room]))
          .rows as Row[];
        if (integer(counted, 'count') !== length) return false;
        const added = await client.query(
          'INSERT INTO acl (room, at, entry) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
          [room, length, Buffer.from(entry)],
        );
        if (added.rowCount !== 1) return false;
        await client.query('SELECT pg_notify($1, $2)', [channel, room]);
        return true;
      }),
    generations: async (room) =>
      (await rows('SELECT generation, begun FROM generations WHERE room = $1 ORDER BY generation', [room])).map(
        (row) => ({ generation: integer(row, 'generation'), begun: integer(row, 'begun') }),
      ),
    roomsWith: async (generations) =>
      (await rows('SELECT room FROM generations GROUP BY room HAVING count(*) >= $1', [generations])).map((row) =>
        text(row, 'room'),
      ),
    updates: async (room, generation) =>
      (await rows('SELECT bytes FROM log WHERE room = $1 AND generation = $2 ORDER BY id', [room, generation])).map(
        (row) => blob(row, 'bytes'),
      ),
    append: (updates, at) =>
      transaction(async (client) => {
        // In the same order everywhere: relays that store the same at once would wait for each other otherwise.
        const named = updates
          .map((one) => ({ ...one, hash: hashOf(one.update) }))
          .sort(
            (a, b) =>
              (a.room < b.room ? -1 : a.room > b.room ? 1 : 0) ||
              a.generation - b.generation ||
              Buffer.compare(a.hash, b.hash),
          );
        const columns = [named.map(({ room }) => room), named.map(({ generation }) => generation)];
        const begun = await client.query(
          `INSERT INTO generations (room, generation, begun)
             SELECT room, generation, $3 FROM unnest($1::text[], $2::integer[]) AS one (room, generation)
             GROUP BY room, generation ORDER BY room, generation ON CONFLICT DO NOTHING RETURNING room`,
          [...columns, at],
        );
        await client.query(
          `INSERT INTO log (room, generation, hash, bytes)
             SELECT * FROM unnest($1::text[], $2::integer[], $3::bytea[], $4::bytea[]) ON CONFLICT DO NOTHING`,
          [...columns, named.map(({ hash }) => hash), named.map(({ update }) => Buffer.from(update))],
        );
        // Rows are objects by column, as above.
        for (const row of begun.rows as Row[])
          await client.query('SELECT pg_notify($1, $2)', [channel, text(row, 'room')]);
      }),
    deleteUpdates: (room, generation, read) =>
      transaction(async (client) => {
        await client.query('DELETE FROM log WHERE room = $1 AND generation = $2 AND hash = ANY ($3::bytea[])', [
          room,
          generation,
          read.map(hashOf),
        ]);
        await client.query(
          `DELETE FROM generations WHERE room = $1 AND generation = $2
             AND NOT EXISTS (SELECT 1 FROM log WHERE room = $1 AND generation = $2)`,
          [room, generation],
        );
      }),
    async usage(room) {
      const [log] = await rows('SELECT coalesce(sum(length(bytes)), 0) AS size FROM log WHERE room = $1', [room]);
      const [files] = await rows(
        `SELECT coalesce(sum(size), 0) AS size
           FROM (SELECT size FROM files WHERE room = $1 UNION ALL SELECT size FROM uploads WHERE room = $1) AS one`,
        [room],
      );
      return { log: integer(log, 'size'), files: integer(files, 'size') };
    },
    ...postgresUploads({ rows, transaction }),
    async file(room, cid) {
      const [row] = await rows('SELECT size, author FROM files WHERE room = $1 AND cid = $2', [room, cid]);
      return row === undefined ? null : { size: integer(row, 'size'), author: text(row, 'author') };
    },
    async readFile(room, cid, start, end) {
      const first = Math.floor(start / pieceSize);
      const parts = await rows(
        'SELECT bytes FROM file_parts WHERE room = $1 AND cid = $2 AND at >= $3 AND at < $4 ORDER BY at',
        [room, cid, first, Math.ceil(end / pieceSize)],
      );
      const bytes = Buffer.concat(parts.map((row) => blob(row, 'bytes')));
      return new Uint8Array(bytes.subarray(start - first * pieceSize, end - first * pieceSize));
    },
    deleteFile: (room, cid) =>
      transaction(async (client) => {
        await client.query('DELETE FROM files WHERE room = $1 AND cid = $2', [room, cid]);
        await client.query('DELETE FROM file_parts WHERE room = $1 AND cid = $2', [room, cid]);
      }),
    async alone(work) {
      // The lock is this connection's; a relay that dies gives it back.
      const client = await pool.connect();
      try {
        // Rows are objects by column, as above.
        const [row] = (await client.query('SELECT pg_try_advisory_lock($1) AS mine', [locks.alone])).rows as Row[];
        if (row?.['mine'] !== true) return false;
        try {
          await work();
        } finally {
          await client.query('SELECT pg_advisory_unlock($1)', [locks.alone]);
        }
        return true;
      } finally {
        client.release();
      }
    },
    watch(listener) {
      const listen = async (): Promise<void> => {
        const client = new pg.Client({ connectionString: url });
        listening = client;
        client.on('error', onIdleError);
        client.on('notification', ({ payload }) => listener(payload ?? null));
        client.once('end', () => {
          if (!isClosed) setTimeout(() => void again(), patience).unref();
        });
        await client.connect();
        await client.query(`LISTEN ${channel}`);
      };
      const again = async (): Promise<void> => {
        if (isClosed) return;
        await listen().then(
          // What was told meanwhile was told to nobody.
          () => listener(null),
          onIdleError,
        );
      };
      void listen().catch(onIdleError);
    },
    check: async () =>
      void (await rows(
        'INSERT INTO health VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET checks = health.checks + 1',
        [],
      )),
    async close() {
      isClosed = true;
      await listening?.end();
      await pool.end();
    },
  };
}

function hashOf(update: Uint8Array): Buffer {
  return createHash('sha256').update(update).digest();
}
