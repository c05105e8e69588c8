import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getCapture, isCaptureName, missingCaptures, putCapture } from './captures.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backstory-captures-'));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const nameOf = (value: Uint8Array): string => createHash('sha256').update(value).digest('hex');
const abc = bytes('abc');
const at = (place: string) => ({ folder: place, seal: null });

describe('captures in a folder', () => {
  it('gives back the bytes it was given, and leaves nothing else beside them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (value) => {
        expect(await putCapture(at(folder), nameOf(value), value)).toEqual({ ok: true, value: undefined });
        expect(await getCapture(at(folder), nameOf(value))).toEqual({ ok: true, value: new Uint8Array(value) });
      }),
      { numRuns: 20 },
    );
    expect((await readdir(join(folder, 'captures'))).every(isCaptureName)).toBe(true);
  });

  it('refuses bytes that are not what their name says', async () => {
    expect(await putCapture(at(folder), nameOf(abc), bytes('abd'))).toMatchObject({ error: { reason: 'damaged' } });
    expect(await getCapture(at(folder), nameOf(abc))).toMatchObject({ error: { reason: 'missing' } });
  });

  it('never gives out a damaged capture, and mends it when the right bytes come', async () => {
    await mkdir(join(folder, 'captures'));
    await writeFile(join(folder, 'captures', nameOf(abc)), 'abd');
    expect(await getCapture(at(folder), nameOf(abc))).toMatchObject({ error: { reason: 'damaged' } });
    const lacking = (compare: boolean) => missingCaptures(at(folder), [nameOf(abc)], { siblings: [], compare });
    expect([await lacking(false), await lacking(true)]).toEqual([[], [nameOf(abc)]]);
    await putCapture(at(folder), nameOf(abc), abc);
    expect(await getCapture(at(folder), nameOf(abc))).toMatchObject({ ok: true });
  });

  it('follows no name out of its folder, and no link', async () => {
    await expect(getCapture(at(folder), '../captures')).rejects.toThrow();
    await writeFile(join(folder, 'elsewhere'), abc);
    await mkdir(join(folder, 'captures'));
    await symlink(join(folder, 'elsewhere'), join(folder, 'captures', nameOf(abc)));
    expect(await getCapture(at(folder), nameOf(abc))).toMatchObject({ error: { reason: 'missing' } });
  });

  it('takes over from a sibling what it lacks, and names what nobody has', async () => {
    const [own, sibling] = [join(folder, 'own'), join(folder, 'sibling')];
    await mkdir(own);
    await mkdir(sibling);
    await putCapture(at(sibling), nameOf(abc), abc);
    const unknown = nameOf(bytes('nowhere'));
    expect(
      await missingCaptures(at(own), [nameOf(abc), unknown], { siblings: [at(own), at(sibling)], compare: false }),
    ).toEqual([unknown]);
    expect(await getCapture(at(own), nameOf(abc))).toMatchObject({ ok: true });
  });
});
