import { createHash } from 'node:crypto';
import type pg from 'pg';
import { blob, integer } from './postgres-rows.ts';
import type { Row } from './postgres-rows.ts';
import { pieceSize } from './uploads.ts';
import type { Upload, UploadStorage } from './uploads.ts';

/** Parts go with their upload. */
export const uploadTables = `
  CREATE TABLE IF NOT EXISTS uploads (room text NOT NULL, cid text NOT NULL, author text NOT NULL, size bigint NOT NULL, touched bigint NOT NULL,
    PRIMARY KEY (room, cid, author));
  CREATE TABLE IF NOT EXISTS upload_parts (room text NOT NULL, cid text NOT NULL, author text NOT NULL, at integer NOT NULL, bytes bytea NOT NULL,
    PRIMARY KEY (room, cid, author, at), FOREIGN KEY (room, cid, author) REFERENCES uploads ON DELETE CASCADE);
`;

export interface PostgresUploadsOptions {
  readonly rows: (text: string, values: readonly unknown[]) => Promise<readonly Row[]>;
  readonly transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>;
}

/** Uploads in rows of one piece each, as files are. The row of an upload is locked by whoever changes it. */
export function postgresUploads({ rows, transaction }: PostgresUploadsOptions): UploadStorage {
  const one = 'WHERE room = $1 AND cid = $2 AND author = $3';
  const names = ({ room, cid, author }: Upload) => [room, cid, author] as const;
  return {
    async uploaded(upload) {
      const [row] = await rows(`SELECT size FROM uploads ${one} FOR SHARE`, names(upload));
      return row === undefined ? 0 : integer(row, 'size');
    },
    addToUpload: (upload, offset, piece, at) =>
      transaction(async (client) => {
        if (offset === 0)
          await client.query('INSERT INTO uploads VALUES ($1, $2, $3, 0, $4) ON CONFLICT DO NOTHING', [
            ...names(upload),
            at,
          ]);
        const grown = await client.query(`UPDATE uploads SET size = size + $4, touched = $5 ${one} AND size = $6`, [
          ...names(upload),
          piece.length,
          at,
          offset,
        ]);
        if (grown.rowCount !== 1) return false;
        await client.query('INSERT INTO upload_parts VALUES ($1, $2, $3, $4, $5)', [
          ...names(upload),
          offset / pieceSize,
          Buffer.from(piece),
        ]);
        return true;
      }),
    finishUpload: (upload) =>
      transaction(async (client) => {
        const asked = async (text: string, values: readonly unknown[]): Promise<Row | undefined> =>
          // Rows are objects by column, whatever is in them.
          ((await client.query(text, [...values])).rows as readonly Row[])[0];
        const begun = await asked(`SELECT size FROM uploads ${one} FOR UPDATE`, names(upload));
        if (begun === undefined) return false;
        const size = integer(begun, 'size');
        const hash = createHash('sha256');
        for (let at = 0; at * pieceSize < size; at += 1) {
          const part = await asked(`SELECT bytes FROM upload_parts ${one} AND at = $4`, [...names(upload), at]);
          hash.update(blob(part ?? {}, 'bytes'));
        }
        const isRight = hash.digest('hex') === upload.cid;
        if (isRight)
          await client.query(
            `WITH added AS (INSERT INTO files (room, cid, author, size) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING cid)
               INSERT INTO file_parts (room, cid, at, bytes) SELECT room, cid, at, bytes FROM upload_parts ${one} AND cid IN (SELECT cid FROM added)`,
            [...names(upload), size],
          );
        await client.query(`DELETE FROM uploads ${one}`, [...names(upload)]);
        return isRight;
      }),
    deleteUploads: (before) =>
      transaction(
        async (client) => (await client.query('DELETE FROM uploads WHERE touched < $1', [before])).rowCount ?? 0,
      ),
  };
}
