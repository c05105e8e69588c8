import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { eventNames, events, maxPageBytes, methodNames, methods } from './index.ts';

describe('the bridge', () => {
  it('lists every method and every event by name', () => {
    expect([...methodNames].sort()).toEqual(Object.keys(methods).sort());
    expect([...eventNames].sort()).toEqual(Object.keys(events).sort());
  });

  it('says of every method what it does, in one sentence', () => {
    for (const { says } of Object.values(methods)) expect(says).toMatch(/^[A-Z][^.]+\.$/);
  });

  it('refuses settings it does not know and values out of range', () => {
    const { args } = methods['settings.set'];
    expect(v.is(args, { theme: 'dark' })).toBe(true);
    expect(v.is(args, {})).toBe(true);
    for (const wrong of [{ theme: 'sepia' }, { textScale: 3 }, { authorName: 'x'.repeat(201) }, null, 'dark']) {
      expect(v.is(args, wrong)).toBe(false);
    }
  });

  it('drops what a settings change may not touch', () => {
    expect(v.parse(methods['settings.set'].args, { theme: 'dark', window: { width: 1 } })).toEqual({ theme: 'dark' });
  });

  it('refuses a file larger than a page', () => {
    const file = (size: number) => ({ ok: true, value: { name: 'page', bytes: new Uint8Array(size) } });
    expect(v.is(methods['files.openPage'].result, file(10))).toBe(true);
    expect(v.is(methods['files.openPage'].result, file(maxPageBytes + 1))).toBe(false);
  });

  it('refuses a failure for a reason outside the closed set', () => {
    const failure = (reason: string) => ({ ok: false, error: { reason, message: 'No.' } });
    expect(v.is(methods['files.openPage'].result, failure('cancelled'))).toBe(true);
    expect(v.is(methods['files.openPage'].result, failure('tired'))).toBe(false);
  });
});
