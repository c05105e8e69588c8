import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RelayStorage } from './storage.ts';
import { pieceSize } from './uploads.ts';

/** What every storage of a relay does. `open` opens the same one each time until the test is over. */
export function storageSuite(name: string, open: () => Promise<RelayStorage>): void {
  describe(`storage: ${name}`, () => {
    let storage: RelayStorage;
    // A storage that lasts longer than a test is empty of rooms of that name.
    let [room, other] = ['', ''];
    beforeEach(async () => {
      [room, other] = [crypto.randomUUID(), crypto.randomUUID()];
      storage = await open();
    });
    afterEach(() => storage.close());
    const again = async () => {
      await storage.close();
      storage = await open();
    };
    const bytes = (...values: readonly number[]) => Uint8Array.from(values);
    const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
    const put = async (content: Uint8Array, author: string, at = 1) => {
      const upload = { room, cid: hashOf(content), author };
      for (let offset = await storage.uploaded(upload); offset < content.length; offset += pieceSize)
        expect(await storage.addToUpload(upload, offset, content.slice(offset, offset + pieceSize), at)).toBe(true);
      return storage.finishUpload(upload);
    };

    it('keeps the entries of a membership in order, and lets one of two be next', async () => {
      expect(await storage.acl(room)).toEqual([]);
      expect(await storage.appendAcl(room, 0, bytes(1))).toBe(true);
      const both = await Promise.all([storage.appendAcl(room, 1, bytes(2)), storage.appendAcl(room, 1, bytes(3))]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await storage.appendAcl(room, 5, bytes(4))).toBe(false);
      await again();
      expect(await storage.acl(room)).toEqual([bytes(1), bytes(both[0] === true ? 2 : 3)]);
      expect(await storage.acl(other)).toEqual([]);
    });

    it('keeps updates by room and generation, all or none, and since when a generation holds something', async () => {
      const update = (generation: number, value: number) => ({ room, generation, update: bytes(value) });
      await storage.append([update(0, 1), update(1, 2)], 1_600_000_000_000);
      await storage.append([update(0, 3), { ...update(0, 9), room: other }], 1_600_000_000_001);
      await again();
      const begun = 1_600_000_000_000;
      expect(await storage.generations(room)).toEqual([
        { generation: 0, begun },
        { generation: 1, begun },
      ]);
      expect(await storage.generations(other)).toEqual([{ generation: 0, begun: begun + 1 }]);
      expect(await storage.updates(room, 0)).toEqual([bytes(1), bytes(3)]);
      expect(await storage.usage(room)).toEqual({ log: 3, files: 0 });
      expect(await storage.roomsWith(2)).toContain(room);
      expect(await storage.roomsWith(2)).not.toContain(other);
    });

    it('deletes of a generation what was read, and forgets the generation when nothing is left', async () => {
      const add = (value: number) => storage.append([{ room, generation: 0, update: bytes(value) }], value);
      await add(1);
      await add(2);
      const read = await storage.updates(room, 0);
      await add(3);
      await storage.append([{ room: other, generation: 0, update: bytes(1) }], 4);
      await storage.deleteUpdates(room, 0, read);
      expect(await storage.updates(room, 0)).toEqual([bytes(3)]);
      expect(await storage.generations(room)).toEqual([{ generation: 0, begun: 1 }]);
      await storage.deleteUpdates(room, 0, [bytes(3)]);
      await again();
      expect(await storage.generations(room)).toEqual([]);
      expect(await storage.updates(other, 0)).toEqual([bytes(1)]);
    });

    it('keeps files and whose they are, gives parts of them, takes one twice, and deletes them', async () => {
      const cid = hashOf(bytes(1, 2, 3, 4));
      expect(await storage.file(room, cid)).toBeNull();
      expect(await put(bytes(1, 2, 3, 4), 'mara')).toBe(true);
      expect(await put(bytes(1, 2, 3, 4), 'ilir')).toBe(true);
      expect(await put(bytes(5), 'ilir')).toBe(true);
      await again();
      expect(await storage.file(room, cid)).toEqual({ size: 4, author: 'mara' });
      expect(await storage.file(other, cid)).toBeNull();
      expect(await storage.readFile(room, cid, 1, 3)).toEqual(bytes(2, 3));
      expect(await storage.usage(room)).toEqual({ log: 0, files: 5 });
      await storage.deleteFile(room, cid);
      await storage.deleteFile(room, cid);
      expect(await storage.file(room, cid)).toBeNull();
      expect(await storage.usage(room)).toEqual({ log: 0, files: 1 });
    });

    it('goes on with an upload where it was, and makes a file of it once it is whole', async () => {
      const content = new Uint8Array(2 * pieceSize + 10).map((_, at) => at % 251);
      const upload = { room, cid: hashOf(content), author: 'mara' };
      const piece = (index: number) => content.slice(index * pieceSize, (index + 1) * pieceSize);
      expect([await storage.uploaded(upload), await storage.addToUpload(upload, pieceSize, piece(1), 1)]).toEqual([
        0,
        false,
      ]);
      expect(await storage.addToUpload(upload, 0, piece(0), 1)).toBe(true);
      expect(await storage.addToUpload(upload, 0, piece(0), 1)).toBe(false);
      await again();
      expect(await storage.uploaded(upload)).toBe(pieceSize);
      expect(await storage.file(room, upload.cid)).toBeNull();
      expect(await storage.usage(room)).toEqual({ log: 0, files: pieceSize });
      // Two requests of one device at the same place.
      const both = [1, 2].map(() => storage.addToUpload(upload, pieceSize, piece(1), 2));
      expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1);
      expect(await put(content, 'mara')).toBe(true);
      expect(await storage.uploaded(upload)).toBe(0);
      expect(await storage.file(room, upload.cid)).toEqual({ size: content.length, author: 'mara' });
      const rest = await storage.readFile(room, upload.cid, pieceSize - 1, content.length);
      expect(Buffer.from(rest).equals(content.subarray(pieceSize - 1))).toBe(true);
      expect(await storage.usage(room)).toEqual({ log: 0, files: content.length });
    });

    it('keeps apart what two devices bring under one name, and deletes what does not have its hash', async () => {
      const content = bytes(1, 2, 3);
      const [mara, ilir] = [
        { room, cid: hashOf(content), author: 'mara' },
        { room, cid: hashOf(content), author: 'ilir' },
      ];
      await storage.addToUpload(ilir, 0, bytes(9, 9, 9), 1);
      await storage.addToUpload(mara, 0, content, 1);
      expect([await storage.finishUpload(ilir), await storage.file(room, ilir.cid)]).toEqual([false, null]);
      expect([await storage.uploaded(ilir), await storage.uploaded(mara)]).toEqual([0, 3]);
      expect([await storage.finishUpload(mara), await storage.finishUpload(mara)]).toEqual([true, false]);
      expect(await storage.readFile(room, mara.cid, 0, 3)).toEqual(content);
    });

    it('deletes uploads that nobody went on with, and no others', async () => {
      const upload = (cid: string) => ({ room, cid, author: 'mara' });
      for (const cid of ['left', 'slow']) await storage.addToUpload(upload(cid), 0, new Uint8Array(pieceSize), 10);
      await storage.addToUpload(upload('slow'), pieceSize, bytes(1), 20);
      await storage.addToUpload(upload('new'), 0, bytes(1), 20);
      expect(await storage.deleteUploads(10)).toBe(0);
      expect(await storage.deleteUploads(11)).toBe(1);
      const left = ['left', 'slow', 'new'].map((cid) => storage.uploaded(upload(cid)));
      expect(await Promise.all(left)).toEqual([0, pieceSize + 1, 1]);
      expect(await storage.usage(room)).toEqual({ log: 0, files: pieceSize + 2 });
      expect(await storage.deleteUploads(21)).toBe(2);
    });

    it('does alone what it is asked to, and again afterwards, even where that failed', async () => {
      await expect(storage.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
      let done = 0;
      const work = () => {
        done += 1;
        return Promise.resolve();
      };
      expect([await storage.alone(work), await storage.alone(work), done]).toEqual([true, true, 2]);
    });

    it('says that it works', async () => {
      await expect(storage.check()).resolves.toBeUndefined();
      await expect(storage.check()).resolves.toBeUndefined();
    });
  });
}
