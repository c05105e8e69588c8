import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createJournals, type Journals } from '../../journal/engine/journals.ts';
import { writeKeyFile } from '../../journal/engine/key-file.ts';
import { newRecoveryCode, wrapByRecoveryCode } from '../../journal/engine/secrets.ts';
import { openVault, type Vault } from '../../journal/engine/seal.ts';
import { caller, notebook, row, value } from '../../journal/engine/testing.suite.ts';
import { createCaptureMethods } from '../capture-methods.ts';

/** What the tests of encryption write into a notebook, so that it can be looked for on the disk. */
export const words = {
  title: 'Zanzibar Dossier',
  text: 'The consul dined alone at Malindi',
  author: 'Wilhelmina Okonkwo',
  capture: 'Reuter telegram of the fourteenth',
} as const;

export const captured = new TextEncoder().encode(words.capture);
export const capturedHash = createHash('sha256').update(captured).digest('hex');

/** A fixed key, so that a program that was killed can be started with the same. */
export const testKey = new Uint8Array(32).map((_, at) => (at * 7 + 3) % 256);
export const testVault: Vault = openVault(testKey);

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A notebook with all that a folder may hold. */
export async function fill(
  journals: Journals,
  path: string,
  { id = notebook, title = words.title, rows = 5 }: { id?: string; title?: string; rows?: number } = {},
): Promise<void> {
  const { append, checkpoint, close } = caller(journals, id);
  await value(journals.methods['journal.open']({ notebook: id, title, create: true }));
  const made = Array.from({ length: rows }, (_, at) =>
    row({ doc: id, author: words.author, step: at + 1, bytes: bytesOf(`${at}: ${words.text}`) }),
  );
  await append(...made, row({ doc: `${id}.draft.one`, author: words.author, bytes: bytesOf(words.text) }));
  await checkpoint(2, bytesOf(words.text), id);
  await value(journals.methods['journal.title']({ notebook: id, title }));
  await value(journals.methods['journal.looked']({ notebook: id, seq: 1 }));
  const states = [{ doc: id, bytes: bytesOf(words.text) }];
  await value(journals.methods['journal.snapshot']({ notebook: id, states }));
  const put = await createCaptureMethods(journals, path)['captures.put']({
    notebook: id,
    hash: capturedHash,
    bytes: captured,
  });
  if (!put.ok) throw new Error(put.error.message);
  await close();
}

/** Everything that a notebook gives, read through the same calls as a page's. */
export async function readAll(journals: Journals, path: string, id = notebook) {
  const { open, read, close } = caller(journals, id);
  const opened = await open(false);
  const root = await read(0, null, id);
  const draft = await read(0, null, `${id}.draft.one`);
  const fromCheckpoint = await read(null, null, id);
  const [info] = await value(journals.methods['journal.snapshots']({ notebook: id }));
  const states = await value(journals.methods['journal.readSnapshot']({ notebook: id, name: info?.name ?? '' }));
  const capture = await createCaptureMethods(journals, path)['captures.get']({ notebook: id, hash: capturedHash });
  const listed = (await value(journals.methods['journal.list'](undefined))).find((one) => one.notebook === id);
  await close();
  return {
    looked: opened.looked,
    notices: opened.notices.filter(({ kind }) => !['disk-low', 'cloud-folder'].includes(kind)),
    rows: [...root.rows, ...draft.rows],
    checkpoint: fromCheckpoint.checkpoint,
    snapshot: info?.name,
    states,
    capture,
    title: listed?.title,
  };
}

/** Marks a library as encrypted under the tests' key. */
export function encrypt(path: string, state: 'on' | 'leaving' = 'on'): void {
  const recovery = wrapByRecoveryCode(testKey, newRecoveryCode());
  writeKeyFile(path, { key: testVault.keyId, state, passphrase: null, recovery });
}

/** An engine on an encrypted library that was unlocked. */
export const unlocked = (path: string): Journals => createJournals(path, undefined, testVault);

/** Where in a folder, names included, any of the words can be found: nowhere, in an encrypted library. */
export function findWords(folder: string, sought: readonly string[] = Object.values(words)): string[] {
  const found: string[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (sought.some((word) => name.includes(word))) found.push(`the name ${path}`);
    if (statSync(path).isDirectory()) {
      found.push(...findWords(path, sought));
      continue;
    }
    const content = readFileSync(path);
    for (const word of sought)
      for (const encoding of ['utf8', 'utf16le'] as const)
        if (content.includes(Buffer.from(word, encoding))) found.push(`“${word}” in ${path}`);
  }
  return found;
}
