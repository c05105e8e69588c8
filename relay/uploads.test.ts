import { request } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { toBase64, toHex } from '../shared/sync/base64.ts';
import { sealFile } from '../shared/sync/files.ts';
import type { SealedFile } from '../shared/sync/files.ts';
import { authorOf } from '../shared/sync/ids.ts';
import type { TestAcl } from '../shared/sync/testing/people.ts';
import { openSqliteStorage } from './storage/sqlite.ts';
import { pieceSize } from './storage/uploads.ts';
import { RelayWorld } from './testing/world.ts';

let world: RelayWorld;
let acl: TestAcl;
let file: SealedFile;
beforeEach(async () => {
  world = await RelayWorld.start();
  acl = await world.team();
  file = sealFile(world.crypto, acl.room, new Uint8Array(2.5 * pieceSize));
});
afterEach(() => world.end());

const day = 24 * 3_600_000;

/** Brings bytes of the file from `start` up to `end`; or others instead. */
async function bring(
  start: number,
  end = file.bytes.length,
  { name = 'Mara', bytes = file.bytes.slice(start, end) } = {},
): Promise<readonly [number, string | null]> {
  const range = `bytes ${start}-${end - 1}/${file.bytes.length}`;
  return send(name, range, new Uint8Array(bytes));
}

async function send(
  name: string,
  range: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<readonly [number, string | null]> {
  const headers = { ...world.as(acl, name), 'content-range': range };
  const { status, headers: said } = await fetch(world.fileAddress(acl, file.cid), { method: 'PUT', headers, body });
  return [status, said.get('upload-offset')];
}

/** What HEAD says: the status, and how much is here. */
async function stands(name = 'Mara'): Promise<readonly [number, string | null]> {
  const address = world.fileAddress(acl, file.cid);
  const { status, headers } = await fetch(address, { method: 'HEAD', headers: world.as(acl, name) });
  return [status, headers.get('upload-offset')];
}

async function isWhole(): Promise<boolean> {
  const given = await fetch(world.fileAddress(acl, file.cid), { headers: world.as(acl, 'Noor') });
  return given.status === 200 && Buffer.from(await given.arrayBuffer()).equals(file.bytes);
}

it('[SY9] a connection breaks and the relay is started anew: the whole MiB that came are kept, and only the rest is sent', async () => {
  const broken = request(world.fileAddress(acl, file.cid), {
    method: 'PUT',
    headers: { ...world.as(acl, 'Mara'), 'content-length': file.bytes.length },
  });
  broken.on('error', () => undefined);
  broken.write(file.bytes.slice(0, 2.2 * pieceSize));
  const two = [204, String(2 * pieceSize)];
  await expect.poll(() => stands(), { timeout: 10_000 }).toEqual(two);
  broken.destroy();
  await world.restart();
  expect(await stands()).toEqual(two);
  expect(await isWhole()).toBe(false);
  expect(await bring(2 * pieceSize)).toEqual([200, null]);
  expect(await stands()).toEqual([200, null]);
  expect(await isWhole()).toBe(true);
  expect(world.lines.filter((line) => line.includes('request-failed'))).toEqual([]);
});

it('[SY9] parts are taken one behind the other: one that begins elsewhere is not, nor one that makes no sense', async () => {
  expect(await bring(pieceSize)).toEqual([409, null]);
  expect(await bring(0, pieceSize)).toEqual([204, String(pieceSize)]);
  expect(await bring(0, pieceSize)).toEqual([409, null]);
  expect(await bring(2 * pieceSize)).toEqual([409, null]);
  // What is no whole MiB comes again.
  expect(await bring(pieceSize, 2 * pieceSize + 9)).toEqual([204, String(2 * pieceSize)]);
  for (const range of ['bytes 5-1/9', 'bytes 0-9/9', 'bytes 0-9/*', 'bytes */', 'bytes -9/9', 'pieces 0-8/9', ''])
    expect(await send('Mara', range, Uint8Array.of(1))).toEqual([400, null]);
  const far = `bytes ${2 * pieceSize}-${2 * pieceSize}/${10 ** 11}`;
  expect(await send('Mara', far, Uint8Array.of(1))).toEqual([413, null]);
  expect(await stands()).toEqual([204, String(2 * pieceSize)]);
  expect(await bring(2 * pieceSize)).toEqual([200, null]);
  expect(await isWhole()).toBe(true);
});

it('[SY9] wrong bytes are found out at the end and deleted, and the right ones taken then', async () => {
  expect(await bring(0, pieceSize, { bytes: new Uint8Array(pieceSize) })).toEqual([204, String(pieceSize)]);
  expect(await bring(pieceSize)).toEqual([422, null]);
  expect(await stands()).toEqual([404, null]);
  expect(await bring(0)).toEqual([200, null]);
  expect(await isWhole()).toBe(true);
});

it('[SY9] editors alone bring files, and nobody meets what another began', async () => {
  expect(await bring(0, pieceSize, { name: 'Noor' })).toEqual([403, null]);
  expect(await bring(0, pieceSize, { name: 'Ilir', bytes: new Uint8Array(pieceSize) })).toEqual([
    204,
    String(pieceSize),
  ]);
  expect(await stands()).toEqual([404, null]);
  expect(await bring(0, pieceSize)).toEqual([204, String(pieceSize)]);
  expect(await bring(pieceSize)).toEqual([200, null]);
  expect(await bring(pieceSize, file.bytes.length, { name: 'Ilir' })).toEqual([200, null]);
  expect(await isWhole()).toBe(true);
});

it('what is not whole counts among the files of a room, and is deleted a week after it was left', async () => {
  const other = sealFile(world.crypto, acl.room, new Uint8Array(2 * pieceSize));
  await world.restart({ roomFiles: 3 * pieceSize });
  expect(await bring(0, 2 * pieceSize)).toEqual([204, String(2 * pieceSize)]);
  expect(await world.putFile(acl, 'Ilir', other)).toBe(413);
  world.ahead += 6 * day;
  await world.restart({ roomFiles: 3 * pieceSize });
  expect(await stands()).toEqual([204, String(2 * pieceSize)]);
  world.ahead += 2 * day;
  await world.restart({ roomFiles: 3 * pieceSize });
  await expect.poll(() => world.metric('deleted_uploads_total')).toBe(1);
  expect(await stands()).toEqual([404, null]);
  expect(await world.putFile(acl, 'Ilir', other)).toBe(200);
  // One that would not fit when whole is not begun.
  expect(await bring(0, pieceSize)).toEqual([413, null]);
});

it('[SY9] what is all here and was not finished, since the relay ended, is finished when it is asked for', async () => {
  await world.stop();
  const storage = openSqliteStorage(world.folder);
  const author = toHex(authorOf(world.crypto, world.device('Mara').sign.publicKey));
  const upload = { room: toBase64(acl.room), cid: toHex(file.cid), author };
  for (let at = 0; at < file.bytes.length; at += pieceSize)
    await storage.addToUpload(upload, at, file.bytes.slice(at, at + pieceSize), world.now());
  await storage.close();
  await world.restart();
  expect(await stands()).toEqual([204, String(file.bytes.length)]);
  expect(await send('Mara', `bytes */${file.bytes.length}`, new Uint8Array())).toEqual([200, null]);
  expect(await isWhole()).toBe(true);
});
