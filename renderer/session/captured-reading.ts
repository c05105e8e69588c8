import type { Reading } from '../../shared/captures/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { EntryOf } from '../../shared/story/sections.ts';
import type { CaptureStore } from '../persistence/captures.ts';

/** One capture of a source, as its source names it. */
export type Capture = EntryOf<'sources'>['fields']['captures'][number];

/**
 * What a capture says: its stored reading, or for older captures of plain text, which have none, one made of the file. A
 * sentence where there is nothing to read. Never throws.
 */
export async function loadReading(
  captures: Pick<CaptureStore, 'get'>,
  notebook: string,
  capture: Capture,
): Promise<Result<Reading, string>> {
  try {
    // What reads files is only needed with a source: the first picture does not wait for it.
    const { parseReading, readCapture } = await import('../../shared/captures/index.ts');
    if (capture.reading === undefined && !capture.mediaType.startsWith('text/')) return err(nothingRead);
    const bytes = await captures.get(notebook, capture.reading ?? capture.hash);
    if (!bytes.ok) return err(bytes.error.message);
    if (capture.reading !== undefined) {
      const reading = parseReading(bytes.value);
      return reading.ok ? reading : err(reading.error.message);
    }
    const read = readCapture(bytes.value, { name: capture.name, mediaType: capture.mediaType });
    return read.ok ? ok(read.value.reading) : err(read.error.message);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return err(`This computer’s storage did not give the text of this source. ${why}`);
  }
}

const nothingRead = 'No text was read out of this file. The file itself is kept.';
