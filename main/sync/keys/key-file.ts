import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { flushFolder, writeWhole } from '../../journal/engine/disk.ts';
import { passphraseSchema } from '../../journal/engine/key-file.ts';
import { codeOf } from '../../journal/engine/trouble.ts';

/** How the key is kept under which this device's keys of shared notebooks lie: closed by the system, or wrapped under a passphrase. */
const contentSchema = v.object({
  format: v.literal(1),
  /** Names the key. */
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  passphrase: v.nullable(passphraseSchema),
  /** The key as the system's keychain closed it, in base64. */
  keychain: v.nullable(v.pipe(v.string(), v.maxLength(10_000), v.base64())),
});
const fileSchema = v.pipe(
  contentSchema,
  v.check(({ passphrase, keychain }) => (passphrase === null) !== (keychain === null), 'kept in one way'),
);
export type SyncKeyFile = v.InferOutput<typeof fileSchema>;

const pathIn = (folder: string): string => join(folder, 'keys.json');

/** The file in a folder; null where there is none, or none that can be read. Throws the system's error where it may not read. */
export function readSyncKeyFile(folder: string): SyncKeyFile | null {
  try {
    const parsed = v.safeParse(fileSchema, JSON.parse(readFileSync(pathIn(folder), 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch (error) {
    if (error instanceof SyntaxError || ['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw error;
  }
}

/** Writes it, whole or not at all; with `aside` what was there before is kept. Throws the system's error. */
export function writeSyncKeyFile(folder: string, content: SyncKeyFile, aside: boolean): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = pathIn(folder);
  if (aside && existsSync(path)) renameSync(path, path.replace(/\.json$/, `.old-${Date.now()}.json`));
  writeWhole(path, `${JSON.stringify(content, null, 2)}\n`);
  flushFolder(folder);
}
