import { describe, expect, it, vi } from 'vitest';
import { defaultSettings, methodNames, type RawBridge } from '../../shared/bridge/index.ts';
import { connect } from './connect.ts';
import { createMemoryBridge } from './memory.ts';

/** A preload script's bridge that answers every call with the same value. */
function raw(answer: unknown): { bridge: RawBridge; asked: unknown[][]; say: (value: unknown) => void } {
  const asked: unknown[][] = [];
  let heard: (value: unknown) => void = () => undefined;
  const call = Object.fromEntries(
    methodNames.map((name) => [
      name,
      (args: unknown) => {
        asked.push([name, args]);
        return Promise.resolve(answer);
      },
    ]),
  ) as RawBridge['call']; // the loop makes one entry for each name
  const bridge: RawBridge = {
    call,
    on: (_event, listener) => {
      heard = listener;
      return () => undefined;
    },
    bring: () => Promise.resolve(answer),
  };
  return {
    bridge,
    asked,
    say: (value) => {
      heard(value);
    },
  };
}

describe('connect', () => {
  it('calls the method that a room and a verb name', async () => {
    const { bridge, asked } = raw(defaultSettings);
    expect(await connect(bridge).settings.set({ theme: 'dark' })).toEqual(defaultSettings);
    expect(asked).toEqual([['settings.set', { theme: 'dark' }]]);
  });

  it('rejects an answer that does not fit', async () => {
    await expect(connect(raw({ theme: 'sepia' }).bridge).settings.get()).rejects.toThrow();
  });

  it('hands over events that fit and throws on others', () => {
    const { bridge, say } = raw(undefined);
    const listener = vi.fn();
    connect(bridge).on('menu.action', listener);
    say({ action: 'view.story' });
    expect(listener).toHaveBeenCalledWith({ action: 'view.story' });
    expect(() => {
      say({ action: 'format.disk' });
    }).toThrow();
  });
});

describe('createMemoryBridge', () => {
  it('has every room and verb of the real one', () => {
    const { bridge } = createMemoryBridge();
    const rooms: Record<string, unknown> = { ...bridge };
    for (const name of methodNames) {
      const [room = '', verb = ''] = name.split('.');
      expect(rooms[room]).toHaveProperty(verb);
    }
  });

  it('remembers settings and tells of changes', async () => {
    const { bridge } = createMemoryBridge();
    const listener = vi.fn();
    const stop = bridge.on('settings.changed', listener);
    await bridge.settings.set({ theme: 'dark' });
    stop();
    await bridge.settings.set({ theme: 'light' });
    expect(listener).toHaveBeenCalledTimes(1);
    expect((await bridge.settings.get()).theme).toBe('light');
  });

  it('gives the files it was given, then none', async () => {
    const file = { name: 'page.txt', bytes: new Uint8Array([1]) };
    const { bridge } = createMemoryBridge({ filesToOpen: [file] });
    expect(await bridge.files.openPage()).toEqual({ ok: true, value: file });
    expect(await bridge.files.openPage()).toMatchObject({ ok: false, error: { reason: 'cancelled' } });
  });
});
