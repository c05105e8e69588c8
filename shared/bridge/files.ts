import * as v from 'valibot';
import { resultOf } from './method.ts';

/** The largest page, in bytes (16 MiB). Larger files are refused without being read. */
export const maxPageBytes = 16 * 1024 * 1024;

/** A file as the page gets it: its name without any folder, and its bytes. */
export const openedFileSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
  bytes: v.pipe(
    v.instance(Uint8Array),
    v.check((bytes) => bytes.byteLength <= maxPageBytes, 'larger than a page may be'),
  ),
});

export type OpenedFile = v.InferOutput<typeof openedFileSchema>;

/** Why a file did not come: the user chose none, it is larger than a page may be, or it cannot be read. */
export const openFailures = ['cancelled', 'too-large', 'unreadable'] as const;
export type OpenFailure = (typeof openFailures)[number];

/** The largest file that is captured as a source, in bytes (200 MiB). Larger ones are refused without being read. */
export const maxSourceBytes = 200 * 1024 * 1024;

const fileName = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));
const sourceBytes = v.pipe(
  v.instance(Uint8Array),
  v.check((bytes) => bytes.byteLength <= maxSourceBytes, 'larger than a source may be'),
);

/** Files a person chose as sources. Each is read when its turn comes: the page holds a ticket for it and no path. */
export const sourceFiles = {
  open: { result: resultOf(v.array(v.object({ file: v.string(), name: fileName })), ['cancelled']) },
  read: {
    args: v.object({ file: v.pipe(v.string(), v.maxLength(100)) }),
    result: resultOf(v.object({ name: fileName, bytes: sourceBytes }), openFailures),
  },
  /** Asks where to save the bytes of a capture. `unwritable`: nothing was saved. */
  save: {
    args: v.object({ name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)), bytes: sourceBytes }),
    result: resultOf(v.object({ fileName: v.string() }), ['cancelled', 'unwritable']),
  },
} as const;

const mebibytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(bytes < 1024 * 1024 ? 2 : 0)} MiB`;

/** The sentence for a file that is too large. Sizes in bytes. */
export function tooLargeMessage(name: string, bytes: number, limit = maxPageBytes): string {
  if (limit === maxPageBytes)
    return `“${name}” has ${mebibytes(bytes)}. A page may have ${mebibytes(limit)} at most, so it was not read.`;
  return `“${name}” has ${mebibytes(bytes)}, and a source may have ${mebibytes(limit)}. It was not read: add a smaller version, or the part that matters.`;
}
