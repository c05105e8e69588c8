import * as v from 'valibot';
import type * as Y from 'yjs';
import { maxSourceBytes } from '../../../shared/bridge/index.ts';

/**
 * Which of a notebook's files were sent to its room: a map in the root document from the SHA-256 of a file to where the sealed one lies, and the key that
 * opens it. Any editor may write anything there: what is none is passed over, and what is fetched by it counts only if it has the named hash.
 */

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const entrySchema = v.object({
  /** SHA-256 of the sealed file, hex: its address at the relay. */
  cid: hex,
  /** What opens it, hex. */
  key: hex,
  /** Bytes of the file itself; for showing how far one is, and nothing else. */
  size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxSourceBytes)),
});
export type FileEntry = v.InferOutput<typeof entrySchema>;

/** Whether this names a file: a SHA-256 in hexadecimal, and nothing that leads elsewhere. */
export const isFileHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

const sent = (root: Y.Doc): Y.Map<unknown> => root.getMap('files');
/** Of which entries somebody asks that the file be sent again, by the cid that gave nothing or something else. */
const asked = (root: Y.Doc): Y.Map<unknown> => root.getMap('filesAgain');

/** Where a file lies; null where it was not sent, or what is said of it is nonsense. */
export function fileEntry(root: Y.Doc, hash: string): FileEntry | null {
  const entry = v.safeParse(entrySchema, sent(root).get(hash));
  return entry.success ? entry.output : null;
}

/** Whether somebody asks that a file be sent again as what this entry names gave nothing. */
export function isAskedAgain(root: Y.Doc, hash: string, { cid }: FileEntry): boolean {
  return asked(root).get(hash) === cid;
}

/** Notes where a file lies, which answers whoever asked for it again. */
export function noteSent(root: Y.Doc, hash: string, entry: FileEntry): void {
  sent(root).set(hash, entry);
  if (asked(root).has(hash)) asked(root).delete(hash);
}

/** Asks those who have a file to send it again. The entry stays: what a relay lost for a while may come back. */
export function askAgain(root: Y.Doc, hash: string, { cid }: FileEntry): void {
  asked(root).set(hash, cid);
}
