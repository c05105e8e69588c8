import * as v from 'valibot';

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

const mebibytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(bytes < 1024 * 1024 ? 2 : 0)} MiB`;

/** The sentence for a file that is too large. Sizes in bytes. */
export function tooLargeMessage(name: string, bytes: number): string {
  return `“${name}” has ${mebibytes(bytes)}. A page may have ${mebibytes(maxPageBytes)} at most, so it was not read.`;
}
