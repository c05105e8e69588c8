import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeAtomically } from '../../files/atomic-write.ts';
import { flushFolder } from '../../journal/engine/disk.ts';
import { closeUnder, keyIdOf, openUnder } from '../../journal/engine/seal.ts';
import { parseRecord, recordBytes, type RoomRecord } from './keep-format.ts';

/** What lies open in a room's file: which notebook is shared, and where. Everything else is sealed. */
const fileSchema = v.object({
  format: v.literal(1),
  notebook: v.pipe(v.string(), v.regex(/^[\w.-]{1,200}$/)),
  relay: v.string(),
  /** Names the key that it is sealed under. */
  key: v.string(),
  sealed: v.pipe(v.string(), v.base64()),
});
type RoomFile = v.InferOutput<typeof fileSchema>;

const fileName = /^room-([\w.-]{1,200})\.json$/;

/** A notebook of which there is a room's file, whether it can be opened or not. */
export interface ListedRoom {
  readonly notebook: string;
  /** '' where the file cannot be read. */
  readonly relay: string;
}

/** The notebooks that have a room's file in a folder. */
export function listRooms(folder: string): readonly ListedRoom[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => fileName.exec(name)?.[1])
    .filter((notebook) => notebook !== undefined)
    .map((notebook) => ({ notebook, relay: readFile(folder, notebook)?.relay ?? '' }));
}

/**
 * What this device keeps of the rooms of its notebooks: a file for each, sealed. What cannot be read is never written over.
 */
export class RoomFiles {
  readonly #folder: string;
  readonly #key: () => Uint8Array | null;
  readonly #records = new Map<string, RoomRecord>();
  /** What is being written of each notebook, and what is to be written next. */
  readonly #writing = new Map<string, { done: Promise<void>; next: RoomRecord | null }>();

  /** @param key gives the key that files are sealed under; null while it is not at hand */
  constructor(folder: string, key: () => Uint8Array | null) {
    this.#folder = folder;
    this.#key = key;
  }

  list(): readonly ListedRoom[] {
    return listRooms(this.#folder);
  }

  /** The record of a notebook, as last written. `locked`: the key is not at hand. */
  read(notebook: string): RoomRecord | 'none' | 'locked' | 'unreadable' {
    const key = this.#key();
    if (!existsSync(this.#path(notebook))) return 'none';
    if (key === null) return 'locked';
    const known = this.#records.get(notebook);
    if (known !== undefined) return known;
    const file = readFile(this.#folder, notebook);
    const bytes = file === null ? null : openUnder(key, placeOf(file), Buffer.from(file.sealed, 'base64'));
    const record = bytes === null ? null : parseRecord(bytes);
    if (record?.notebook !== notebook) return 'unreadable';
    this.#records.set(notebook, record);
    return record;
  }

  /** Resolves when the disk has it. Of several that come while one is written, the last is. Rejects with the system's error. */
  write(record: RoomRecord): Promise<void> {
    const { notebook } = record;
    if (this.read(notebook) === 'unreadable') this.#putAside(notebook);
    this.#records.set(notebook, record);
    const writing = this.#writing.get(notebook);
    if (writing !== undefined) {
      writing.next = record;
      return writing.done;
    }
    const turn = { done: Promise.resolve(), next: record as RoomRecord | null }; // `record` is only the first of it
    turn.done = this.#writeAll(notebook, turn);
    this.#writing.set(notebook, turn);
    return turn.done;
  }

  /** Forgets a notebook's room, keys and all. */
  async remove(notebook: string): Promise<void> {
    await this.#writing.get(notebook)?.done.catch(() => undefined);
    this.#records.delete(notebook);
    rmSync(this.#path(notebook), { force: true });
    if (existsSync(this.#folder)) flushFolder(this.#folder);
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#writing.values()].map(({ done }) => done));
  }

  async #writeAll(notebook: string, turn: { next: RoomRecord | null }): Promise<void> {
    try {
      while (turn.next !== null) {
        const record = turn.next;
        turn.next = null;
        await this.#writeOne(record);
      }
    } finally {
      this.#writing.delete(notebook);
    }
  }

  async #writeOne(record: RoomRecord): Promise<void> {
    const key = this.#key();
    if (key === null) throw new Error('The key is not at hand');
    const open = { format: 1, notebook: record.notebook, relay: record.keep.relay, key: keyIdOf(key) } as const;
    const sealed = closeUnder(key, placeOf(open), recordBytes(record));
    const file: RoomFile = { ...open, sealed: Buffer.from(sealed).toString('base64') };
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    await writeAtomically(this.#path(record.notebook), `${JSON.stringify(file, null, 2)}\n`);
  }

  #putAside(notebook: string): void {
    const path = this.#path(notebook);
    renameSync(path, path.replace(/\.json$/, `.unreadable-${Date.now()}`));
  }

  #path(notebook: string): string {
    return pathOf(this.#folder, notebook);
  }
}

function readFile(folder: string, notebook: string): RoomFile | null {
  try {
    const parsed = v.safeParse(fileSchema, JSON.parse(readFileSync(pathOf(folder, notebook), 'utf8')));
    return parsed.success && parsed.output.notebook === notebook ? parsed.output : null;
  } catch {
    return null;
  }
}

function placeOf({ notebook, relay, key }: Pick<RoomFile, 'notebook' | 'relay' | 'key'>) {
  return ['room', notebook, relay, key];
}

function pathOf(folder: string, notebook: string): string {
  return join(folder, `room-${notebook}.json`);
}
