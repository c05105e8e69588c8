import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSnapshot, encodeSnapshot, type Snapshot } from './snapshot-format.ts';
import { listSnapshots, readSnapshot, writeSnapshot } from './snapshots.ts';
import { caller, notebook, ownLibrary, problem, value } from './testing.suite.ts';

const library = ownLibrary();
const states = [
  { doc: notebook, bytes: new Uint8Array([1, 2, 3]) },
  { doc: `${notebook}.draft.one`, bytes: new Uint8Array() },
];

const anySnapshot: fc.Arbitrary<Snapshot> = fc.record({
  notebook: fc.string(),
  at: fc.nat(),
  states: fc.array(
    fc.record({
      doc: fc.string({ unit: 'binary' }),
      bytes: fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
    }),
    { maxLength: 5 },
  ),
});

describe('the file of a backup', () => {
  it('gives back what went in', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        expect(decodeSnapshot(encodeSnapshot(snapshot))).toEqual(snapshot);
      }),
    );
  });

  it('packs a deflated state smaller, and gives the same state back', () => {
    const words = Array.from({ length: 4000 }, (_, index) => `tide ${index * 7919} tug`).join(' ');
    const bytes = new Uint8Array(deflateRawSync(words));
    const file = encodeSnapshot({ notebook, at: 5, states: [{ doc: notebook, bytes }] });
    expect(file.byteLength).toBeLessThan(bytes.byteLength);
    const read = decodeSnapshot(file);
    const state = typeof read === 'string' ? undefined : read.states[0]?.bytes;
    expect(inflateRawSync(state ?? new Uint8Array()).toString()).toBe(words);
  });

  it('is never read wrong, whatever happens to it', () => {
    const file = encodeSnapshot({ notebook, at: 5, states });
    for (let byte = 0; byte < file.byteLength; byte += 1) {
      expect(decodeSnapshot(file.subarray(0, byte))).toBe('damaged');
      const wrong = new Uint8Array(file);
      wrong[byte] = (wrong[byte] ?? 0) ^ (1 << (byte % 8));
      expect(decodeSnapshot(wrong)).toBe('damaged');
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => decodeSnapshot(bytes) === 'damaged'));
  });
});

describe('backups of a notebook', () => {
  it('are written, listed and read', async () => {
    const journals = library.start();
    const { methods } = journals;
    await caller(journals).open();
    const written = await value(methods['journal.snapshot']({ notebook, states }));
    expect(written.name).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z\.snapshot$/);
    expect(await value(methods['journal.snapshots']({ notebook }))).toEqual([written]);
    expect(await value(methods['journal.readSnapshot']({ notebook, name: written.name }))).toEqual(states);
  });

  it('never leave their folder, and say when they are gone or damaged', async () => {
    const journals = library.start();
    await caller(journals).open();
    const read = (name: string) => problem(journals.methods['journal.readSnapshot']({ notebook, name }));
    for (const name of ['../notebook.json', 'notebook.json', '2024-01-01T00-00-00.000Z.snapshot', ''])
      expect((await read(name)).reason).toBe('gone');
    const folder = join(library.folder, 'Suez a1b2c3d4', 'snapshots');
    mkdirSync(folder);
    writeFileSync(join(folder, '2024-01-01T00-00-00.000Z.snapshot'), 'BSTYSNAP');
    expect(await read('2024-01-01T00-00-00.000Z.snapshot')).toMatchObject({ reason: 'failed' });
    const foreign = encodeSnapshot({ notebook: 'another', at: 1, states });
    writeFileSync(join(folder, '2024-01-02T00-00-00.000Z.snapshot'), foreign);
    expect(await read('2024-01-02T00-00-00.000Z.snapshot')).toMatchObject({ reason: 'failed' });
  });

  it('are let go by the rules, and other files are left alone', () => {
    mkdirSync(join(library.folder, 'snapshots'));
    writeFileSync(join(library.folder, 'snapshots', 'my own.txt'), 'mine');
    const minute = 60_000;
    for (let index = 0; index < 30; index += 1) writeSnapshot(library.folder, notebook, states, index * minute);
    expect(listSnapshots(library.folder).map(({ at }) => at / minute)).toEqual([
      29, 28, 27, 26, 25, 24, 23, 22, 21, 20,
    ]);
    expect(readdirSync(join(library.folder, 'snapshots'))).toContain('my own.txt');
    // Two in one millisecond are two.
    writeSnapshot(library.folder, notebook, states, 29 * minute);
    expect(listSnapshots(library.folder)[0]?.at).toBe(29 * minute + 1);
  });

  it('are read for ever: one of format 1', () => {
    const file = readFileSync(new URL('fixtures/format-1.snapshot', import.meta.url));
    expect(decodeSnapshot(file)).toEqual({ notebook, at: 1_700_000_000_000, states });
    mkdirSync(join(library.folder, 'snapshots'));
    writeFileSync(join(library.folder, 'snapshots', '2023-11-14T22-13-20.000Z.snapshot'), file);
    expect(readSnapshot(library.folder, notebook, '2023-11-14T22-13-20.000Z.snapshot')).toEqual(states);
  });
});
