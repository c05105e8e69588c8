import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseCommand } from './arguments.ts';
import { exportStory } from './export.ts';
import { importAsJson } from './import.ts';

const sample = join(import.meta.dirname, '../../resources/samples/six-days-in-the-canal.json');
const fixtures = join(import.meta.dirname, '../../shared/interchange/fixtures');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backstory-interchange-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

describe('export in forms that other programs read', () => {
  it.each(['jsonld', 'csl', 'ris', 'bibtex'] as const)('%s is a form, and is written', async (format) => {
    const out = join(folder, 'out');
    expect(parseCommand(['export', sample, '--format', format, '--out', out])).toMatchObject({ value: { format } });
    expect(await exportStory(sample, format, out, null)).toEqual({ ok: true, value: '' });
    const text = await readFile(out, 'utf8');
    expect(text).toMatch({ jsonld: /AnnotationCollection/, csl: /^\[/, ris: /^TY {2}- /, bibtex: /^@/ }[format]);
  });

  it('a notebook file says what its story said', async () => {
    const [notebook, first, second] = ['a.backstory', 'a.json', 'b.json'].map((name) => join(folder, name));
    await exportStory(sample, 'backstory', notebook ?? '', null);
    await exportStory(sample, 'csl', first ?? '', null);
    await exportStory(notebook ?? '', 'csl', second ?? '', null);
    const titles = async (path = ''): Promise<unknown> =>
      // An export of ours is a list of items.
      (JSON.parse(await readFile(path, 'utf8')) as { title: string }[]).map(({ title }) => title);
    expect(await titles(second)).toEqual(await titles(first));
  });

  it('a story without sources gives an empty file of references', async () => {
    const page = join(folder, 'page.json');
    await writeFile(page, '{"title":"T","events":[]}');
    const out = join(folder, 'out');
    await exportStory(page, 'csl', out, null);
    expect(await readFile(out, 'utf8')).toBe('[]\n');
    await exportStory(page, 'ris', out, null);
    expect(await readFile(out, 'utf8')).toBe('');
  });
});

describe('import of references', () => {
  it('gives Story JSON, and says on stderr what was left out', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const read = await importAsJson(join(fixtures, 'exported.bib'), null);
    expect(read.ok && JSON.parse(read.value)).toMatchObject({
      title: null,
      sources: [
        {
          authors: [
            'Mara Riedel',
            'Ilir Kola',
            'Canal Press Office',
            'Ludwig van Beethoven',
            'Martin Luther King Jr.',
            'et al.',
          ],
        },
        {},
        {},
      ],
    });
    expect(said.mock.calls.map(([words]) => words)).toEqual([
      expect.stringMatching(/^“exported\.bib”: Line 31: .*\n$/),
    ]);
  });

  it('turns one form into another', async () => {
    const out = join(folder, 'out.ris');
    expect(await exportStory(join(fixtures, 'exported.json'), 'ris', out, null)).toMatchObject({ ok: true });
    expect(await readFile(out, 'utf8')).toMatch(/^TY {2}- NEWS\r\nID {2}- .*\r\nTI {2}- Six days in the canal\r\n/);
  });

  it('refuses what holds no reference, in one sentence', async () => {
    const path = join(folder, 'broken.ris');
    await writeFile(path, 'TI  - No beginning\n');
    const refused = await importAsJson(path, null);
    expect(!refused.ok && refused.error).toMatch(/^“broken\.ris”: No reference/);
    expect(await importAsJson(join(fixtures, 'exported.ris'), '2021-03-26')).toMatchObject({ ok: false });
  });
});
