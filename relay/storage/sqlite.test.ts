import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { storageSuite } from './acceptance.suite.ts';
import { openSqliteStorage } from './sqlite.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relay-storage-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

storageSuite('SQLite', () => Promise.resolve(openSqliteStorage(folder)));
