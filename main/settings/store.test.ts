import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../shared/bridge/index.ts';
import { firstStart, openSettings } from './store.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backstory-settings-'));
});
afterEach(() => rm(folder, { recursive: true }));

const silent = () => undefined;

describe('openSettings', () => {
  it('begins with the defaults and remembers changes, in order', async () => {
    const path = join(folder, 'new', 'settings.json');
    const store = openSettings(path, silent);
    expect(store.get()).toEqual(firstStart);
    for (const textScale of [1.1, 1.25, 1.5] as const) store.set({ settings: { ...defaultSettings, textScale } });
    await store.flushed();
    expect(openSettings(path, silent).get().settings.textScale).toBe(1.5);
  });

  it.each(['', '{', '[]', '{"version":2}', '{"version":1,"settings":{},"window":{"width":"wide"}}', 'null'])(
    'starts with the defaults on a damaged file (%s) and keeps it aside',
    async (damaged) => {
      const path = join(folder, 'settings.json');
      await writeFile(path, damaged);
      const complaints: string[] = [];
      const store = openSettings(path, (message) => complaints.push(message));
      expect(store.get()).toEqual(firstStart);
      expect(complaints).toHaveLength(1);
      expect(await readFile(`${path}.broken`, 'utf8')).toBe(damaged);
    },
  );

  it('keeps the good part when one setting has a value we do not know', async () => {
    const path = join(folder, 'settings.json');
    const settings = { ...defaultSettings, theme: 'sepia', authorName: 'Mara' };
    await writeFile(path, JSON.stringify({ ...firstStart, settings, window: { ...firstStart.window, width: 1000 } }));
    const store = openSettings(path, silent);
    expect(store.get().settings).toEqual({ ...defaultSettings, authorName: 'Mara' });
    expect(store.get().window.width).toBe(1000);
  });

  it('complains, and goes on, when it cannot write', async () => {
    const path = join(folder, 'settings.json');
    const complaints: string[] = [];
    const store = openSettings(path, (message) => complaints.push(message));
    await rm(folder, { recursive: true });
    store.set({ settings: { ...defaultSettings, theme: 'dark' } });
    await store.flushed();
    expect(complaints).toHaveLength(1);
    expect(store.get().settings.theme).toBe('dark');
    folder = await mkdtemp(join(tmpdir(), 'backstory-settings-'));
    expect(await readdir(folder)).toEqual([]);
  });
});
