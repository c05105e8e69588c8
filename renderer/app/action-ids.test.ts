import { describe, expect, it } from 'vitest';
import { events } from '../../shared/bridge/index.ts';
import { actionIds } from './action-ids.ts';

describe('actionIds', () => {
  it('names every action that the native menus ask for', () => {
    const ids: readonly string[] = Object.values(actionIds);
    const { options } = events['menu.action'].entries.action;
    expect(options.filter((action) => !ids.includes(action))).toEqual([]);
  });

  it('names no action twice', () => {
    const ids = Object.values(actionIds);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
