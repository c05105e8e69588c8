import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createJournals } from '../../journal/engine/journals.ts';
import { removeKeyFile } from '../../journal/engine/key-file.ts';
import { fill as fillDisk, mebibyte, mount, unmount } from '../../journal/engine/small-disk.suite.ts';
import { caller, notebook, row } from '../../journal/engine/testing.suite.ts';
import { JournalTrouble } from '../../journal/engine/trouble.ts';
import { unwatched } from '../work.ts';
import { convertLibrary } from './convert-library.ts';
import { encrypt, fill, findWords, readAll, testVault, unlocked } from './encryption.suite.ts';

vi.setConfig({ testTimeout: 240_000 });

const disk = mount(12 * mebibyte);
afterAll(() => {
  if (disk !== null) unmount(disk);
});

describe.skipIf(disk === null)(
  'a disk that fills up while a library is encrypted (skipped where none can be mounted)',
  () => {
    it('says so, has lost nothing, and goes on once there is room', async () => {
      const path = join(disk ?? '', 'library');
      mkdirSync(path);
      const journals = createJournals(path);
      await fill(journals, path);
      const { append, close } = caller(journals);
      for (let at = 0; at < 2; at += 1) await append(row({ bytes: new Uint8Array(600_000).fill(at), step: 50 + at }));
      await close();
      const before = await readAll(journals, path);
      journals.end();
      encrypt(path);

      let refusals = 0;
      for (let left = mebibyte; !existsSync(join(path, notebook)); left += mebibyte) {
        const free = fillDisk(path, left);
        const refused = await convertLibrary(path, testVault, 'encrypted', unwatched).then(
          () => null,
          (error: unknown) => error,
        );
        free();
        if (refused === null) break;
        refusals += 1;
        expect(refused instanceof JournalTrouble && refused.problem.reason).toBe('disk-full');
        // No half of it is found, and what there was is there.
        expect(readdirSync(path).filter((name) => name.includes(notebook.slice(0, 8)))).toHaveLength(1);
        removeKeyFile(path);
        const plain = createJournals(path);
        expect(await readAll(plain, path)).toEqual(before);
        plain.end();
        encrypt(path);
      }
      expect(refusals).toBeGreaterThan(1);
      expect(findWords(path)).toEqual([]);
      const found = unlocked(path);
      expect(await readAll(found, path)).toEqual(before);
      found.end();
    });
  },
);
