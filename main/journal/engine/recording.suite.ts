import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/**
 * Writes down everything that is done to a folder, so that the disk can be rebuilt as a power cut may have left it: with
 * what was flushed, and any part of what was not.
 */

interface File {
  readonly kind: 'file';
}
interface Folder {
  readonly kind: 'folder';
}
type Node = File | Folder;

type Change =
  | { readonly do: 'write'; readonly file: File; readonly offset: number; readonly bytes: Buffer }
  | { readonly do: 'truncate'; readonly file: File; readonly size: number }
  | {
      readonly do: 'name';
      readonly folder: Folder;
      readonly add: readonly [string, Node] | null;
      readonly remove: string | null;
    };

interface Step {
  readonly change: Change;
  /** The number of steps made when it was flushed; null while it was not. */
  flushedAt: number | null;
}

export interface Recording {
  /** How many steps were made so far. */
  readonly length: number;
  /** Flushes made so far: between two of them a power cut is worth trying. */
  readonly flushes: readonly number[];
  readonly stop: () => void;
  /**
   * Builds the folder as a power cut after `steps` steps may leave it. `chance` (0 to 1) decides for every step that was not flushed:
   * names are lost from some moment on, in order; bytes are lost one write at a time, or from some sector on.
   */
  readonly rebuild: (steps: number, target: string, chance: () => number) => void;
}

const sector = 512;

/** Records what happens below `root`, an empty folder, until it is stopped. Only what the journal uses is understood. */
export function record(root: string): Recording {
  const steps: Step[] = [];
  const flushes: number[] = [];
  const top: Folder = { kind: 'folder' };
  const now = new Map<string, Node>([[root, top]]);
  const opened = new Map<number, Node>();
  const original = { ...fs };

  const inside = (path: unknown): path is string => typeof path === 'string' && now.has(dirname(resolve(path)));
  const folderOf = (path: string): Folder => {
    const node = now.get(dirname(path));
    if (node?.kind !== 'folder') throw new Error(`Nothing is known of the folder of ${path}`);
    return node;
  };
  // Some of the system's calls are made of others.
  let silent = false;
  const note = (change: Change) => {
    if (!silent) steps.push({ change, flushedAt: null });
  };
  const nameOf = (path: string) => path.slice(dirname(path).length + 1);
  const add = (path: string, node: Node) => {
    now.set(path, node);
    note({ do: 'name', folder: folderOf(path), add: [nameOf(path), node], remove: null });
  };
  const remove = (path: string) => {
    for (const known of [...now.keys()]) if (known === path || known.startsWith(`${path}/`)) now.delete(known);
    note({ do: 'name', folder: folderOf(path), add: null, remove: nameOf(path) });
  };
  const write = (file: Node | undefined, offset: number, bytes: Buffer) => {
    if (file?.kind === 'file') note({ do: 'write', file, offset, bytes: Buffer.from(bytes) });
  };

  const patched: Partial<typeof fs> = {
    openSync(path, flags, mode) {
      const known = inside(path) ? now.get(path) : undefined;
      const fd = original.openSync(path, flags, mode);
      if (path === root) opened.set(fd, top);
      if (!inside(path)) return fd;
      const node = known ?? now.get(path) ?? { kind: 'file' };
      if (known === undefined) add(path, node);
      opened.set(fd, node);
      return fd;
    },
    closeSync(fd) {
      opened.delete(fd);
      original.closeSync(fd);
    },
    // The only form of it that SQLite uses.
    writeSync: ((fd: number, bytes: Buffer, offset: number, length: number, position: number) => {
      write(opened.get(fd), position, Buffer.from(bytes.buffer, bytes.byteOffset + offset, length));
      return original.writeSync(fd, bytes, offset, length, position);
    }) as typeof fs.writeSync,
    ftruncateSync(fd, size) {
      const file = opened.get(fd);
      if (file?.kind === 'file') note({ do: 'truncate', file, size: size ?? 0 });
      original.ftruncateSync(fd, size);
    },
    fsyncSync(fd) {
      original.fsyncSync(fd);
      const node = opened.get(fd);
      for (const step of steps) {
        const { change } = step;
        if (step.flushedAt === null && (change.do === 'name' ? change.folder : change.file) === node)
          step.flushedAt = steps.length;
      }
      if (node !== undefined) flushes.push(steps.length);
    },
    writeFileSync(path, data, options) {
      const known = inside(path) ? now.get(path) : undefined;
      silent = true;
      try {
        original.writeFileSync(path, data, options);
      } finally {
        silent = false;
      }
      if (!inside(path)) return;
      const node: Node = known ?? { kind: 'file' };
      if (known === undefined) add(path, node);
      else if (known.kind === 'file') note({ do: 'truncate', file: known, size: 0 });
      write(
        node,
        0,
        typeof data === 'string' ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength),
      );
    },
    renameSync(from, to) {
      original.renameSync(from, to);
      if (!inside(from) || !inside(to) || dirname(from) !== dirname(to)) return;
      for (const [path, node] of [...now]) {
        if (path !== from && !path.startsWith(`${from}/`)) continue;
        now.delete(path);
        now.set(`${to}${path.slice(from.length)}`, node);
      }
      const node = now.get(to);
      if (node !== undefined) note({ do: 'name', folder: folderOf(to), add: [nameOf(to), node], remove: nameOf(from) });
    },
    unlinkSync(path) {
      original.unlinkSync(path);
      if (inside(path)) remove(path);
    },
    rmSync(path, options) {
      original.rmSync(path, options);
      if (inside(path) && now.has(path)) remove(path);
    },
    // Nobody here uses another form of it.
    rmdirSync: ((path: string) => {
      original.rmdirSync(path);
      if (inside(path)) remove(path);
    }) as typeof fs.rmdirSync,
    // Nobody here asks for another form of the answer.
    mkdirSync: ((path: string, options?: fs.MakeDirectoryOptions) => {
      const made = original.mkdirSync(path, options);
      if (inside(path) && !now.has(path)) add(path, { kind: 'folder' });
      return made;
    }) as typeof fs.mkdirSync,
  };
  Object.assign(fs, patched);
  syncBuiltinESMExports();

  return {
    get length() {
      return steps.length;
    },
    flushes,
    stop() {
      for (const name of Object.keys(patched)) {
        const real: unknown = Reflect.get(original, name);
        Object.assign(fs, { [name]: real });
      }
      syncBuiltinESMExports();
    },
    rebuild(upTo, target, chance) {
      const made = steps.slice(0, upTo);
      const survives = (step: Step) => step.flushedAt !== null && step.flushedAt <= upTo;
      const forgotten = new Set<Folder>();
      const contents = new Map<File, Buffer>();
      const names = new Map<Folder, Map<string, Node>>();
      for (const step of made) {
        const { change } = step;
        if (change.do === 'name') {
          if (!survives(step) && (forgotten.has(change.folder) || chance() < 0.4)) {
            forgotten.add(change.folder);
            continue;
          }
          const entries = names.get(change.folder) ?? new Map<string, Node>();
          names.set(change.folder, entries);
          if (change.remove !== null) entries.delete(change.remove);
          if (change.add !== null) entries.set(...change.add);
          continue;
        }
        const old = contents.get(change.file) ?? Buffer.alloc(0);
        if (change.do === 'truncate') {
          if (survives(step) || chance() < 0.5) contents.set(change.file, resized(old, change.size));
          continue;
        }
        const kept = survives(step) ? change.bytes : torn(change.bytes, chance);
        if (kept.byteLength === 0) continue;
        const content = resized(old, Math.max(old.byteLength, change.offset + kept.byteLength));
        kept.copy(content, change.offset);
        contents.set(change.file, content);
      }
      lay(target, top, names, contents, original);
    },
  };
}

/** All of a write, nothing of it, or as many sectors as had got through. */
function torn(bytes: Buffer, chance: () => number): Buffer {
  const luck = chance();
  if (luck < 0.35) return bytes.subarray(0, 0);
  if (luck < 0.7) return bytes;
  return bytes.subarray(0, Math.floor((chance() * bytes.byteLength) / sector) * sector);
}

function resized(bytes: Buffer, size: number): Buffer {
  if (size <= bytes.byteLength) return Buffer.from(bytes.subarray(0, size));
  return Buffer.concat([bytes, Buffer.alloc(size - bytes.byteLength)]);
}

function lay(
  target: string,
  folder: Folder,
  names: ReadonlyMap<Folder, ReadonlyMap<string, Node>>,
  contents: ReadonlyMap<File, Buffer>,
  disk: Pick<typeof fs, 'mkdirSync' | 'writeFileSync'>,
): void {
  disk.mkdirSync(target, { recursive: true });
  for (const [name, node] of names.get(folder) ?? []) {
    const path = join(target, name);
    if (node.kind === 'folder') lay(path, node, names, contents, disk);
    else disk.writeFileSync(path, contents.get(node) ?? Buffer.alloc(0));
  }
}
