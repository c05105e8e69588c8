import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { codeOf } from '../trouble.ts';
import { pageSize } from '../schema.ts';

/** Bytes of the log's header and of the header of each page in it: https://www.sqlite.org/fileformat2.html#walformat. */
export const logHeader = 32;
export const frameHeader = 24;

/** One state of one page, in the file itself or in its log. */
export interface Image {
  /** The page's number, from 1. */
  readonly page: number;
  readonly inLog: boolean;
  readonly offset: number;
}

/** The pages of a SQLite file and its log as they lie on the disk, read without SQLite and without believing anything. */
export interface Images {
  /** The file's pages, then the log's in the order they were written. */
  readonly list: readonly Image[];
  /** The bytes of an image; short or empty where the file ends. */
  readonly read: (image: Image) => Uint8Array;
  /** The newest image of a page; with `fileOnly` the one in the file itself. */
  readonly newest: (page: number, fileOnly: boolean) => Image | null;
  readonly close: () => void;
}

/** Opens the pages of a file and its log, whichever of the two is there. @param logOnly leaves the file's own pages out of the list */
export function openImages(path: string, logOnly = false): Images {
  const file = openOrNull(path);
  const log = openOrNull(`${path}-wal`);
  const inFile: Image[] = [];
  const inLog: Image[] = [];
  for (let offset = 0; file !== null && offset < sizeOf(file); offset += pageSize)
    inFile.push({ page: offset / pageSize + 1, inLog: false, offset });
  const header = Buffer.alloc(4);
  for (let at = logHeader; log !== null && at + frameHeader < sizeOf(log); at += frameHeader + pageSize) {
    readSync(log, header, 0, 4, at);
    inLog.push({ page: header.readUInt32BE(0), inLog: true, offset: at + frameHeader });
  }
  const latest = new Map(inLog.map((image) => [image.page, image]));
  return {
    list: logOnly ? inLog : [...inFile, ...inLog],
    read({ inLog: fromLog, offset }) {
      const fd = fromLog ? log : file;
      const bytes = new Uint8Array(pageSize);
      return fd === null ? bytes.subarray(0, 0) : bytes.subarray(0, readSync(fd, bytes, 0, pageSize, offset));
    },
    newest: (page, fileOnly) => (fileOnly ? null : latest.get(page)) ?? inFile[page - 1] ?? null,
    close() {
      for (const fd of [file, log]) if (fd !== null) closeSync(fd);
    },
  };
}

const sizeOf = (fd: number) => fstatSync(fd).size;

function openOrNull(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
