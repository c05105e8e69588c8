import { maxPageBytes, tooLargeMessage, type OpenedFile, type OpenFailure } from '../../shared/bridge/index.ts';
import { err, ok, type Problem, type Result } from '../../shared/lib/result.ts';

/**
 * Reads a file dropped on the window. Its size is looked at first: a huge file is refused without being read. A folder cannot
 * be read and says so.
 */
export async function readDropped(file: File): Promise<Result<OpenedFile, Problem<OpenFailure>>> {
  if (file.size > maxPageBytes) return err({ reason: 'too-large', message: tooLargeMessage(file.name, file.size) });
  try {
    return ok({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch {
    return err({
      reason: 'unreadable',
      message: `“${file.name}” could not be read. If it is a folder, drop the pages in it one at a time.`,
    });
  }
}
