import { describe, expect, it } from 'vitest';
import { readCapture, stringifyReading } from '../../shared/captures/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import { loadReading } from './captured-reading.ts';
import type { Capture } from './captured-reading.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const hashes = { file: '1'.repeat(64), reading: '2'.repeat(64) };

/** A store of these files, by their names. */
function holding(files: Readonly<Record<string, Uint8Array>>) {
  return {
    get: async (_notebook: string, hash: string) => {
      const found = files[hash];
      return found === undefined
        ? err({ reason: 'missing' as const, message: 'It is not on this computer.' })
        : ok(found);
    },
  };
}

const capture: Capture = {
  hash: hashes.file,
  name: 'statement.html',
  mediaType: 'text/html',
  size: 10,
  capturedAt: '2021-03-26T09:12:00.000Z',
};

describe('loadReading', () => {
  it('gives the reading that is stored beside the file', async () => {
    const read = readCapture(bytes('Eight tugs\n\nare at work.'), { name: 'a.txt' });
    if (!read.ok) throw new Error(read.error.message);
    const store = holding({ [hashes.reading]: stringifyReading(read.value.reading) });
    const loaded = await loadReading(store, 'canal', { ...capture, reading: hashes.reading });
    expect(loaded).toEqual(ok(read.value.reading));
  });

  it('reads an older capture of plain text, which has none', async () => {
    const store = holding({ [hashes.file]: bytes('Eight tugs\n\nare at work.') });
    const loaded = await loadReading(store, 'canal', { ...capture, name: 'a.txt', mediaType: 'text/plain' });
    expect(loaded.ok && loaded.value.text).toContain('are at work.');
  });

  it('says why there is nothing to read', async () => {
    expect(await loadReading(holding({}), 'canal', capture)).toEqual(err('It is not on this computer.'));
    const damaged = holding({ [hashes.reading]: bytes('{') });
    expect((await loadReading(damaged, 'canal', { ...capture, reading: hashes.reading })).ok).toBe(false);
    const pdf = await loadReading(holding({}), 'canal', { ...capture, mediaType: 'application/pdf' });
    expect(pdf).toEqual(err('No text was read out of this file. The file itself is kept.'));
  });
});
