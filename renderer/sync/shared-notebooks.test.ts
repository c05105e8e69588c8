// @vitest-environment node
import { expect, it } from 'vitest';
import type { SharedNotebook } from '../../shared/bridge/index.ts';
import { createMemoryBridge } from '../bridge/memory.ts';
import { SharedNotebooks } from './shared-notebooks.ts';

const canal: SharedNotebook = { notebook: 'canal', relay: 'https://relay.test', role: 'editor', isOwner: false };

/** The list in a window whose process answers in turn with these, and with the last from then on; null: it ends instead. */
function windowOf(...answers: readonly (readonly SharedNotebook[] | null)[]) {
  const { bridge, emit } = createMemoryBridge();
  const asked: number[] = [];
  const shared = (): Promise<SharedNotebook[]> => {
    const answer = answers[Math.min(asked.push(asked.length), answers.length) - 1] ?? null;
    return answer === null ? Promise.reject(new Error('The process ended')) : Promise.resolve([...answer]);
  };
  const list = new SharedNotebooks({ sync: { ...bridge.sync, shared }, on: bridge.on });
  return { list, asked, emit };
}

it('keeps what it knew where the process ended while it was asked, and asks again by itself', async () => {
  const { list, asked } = windowOf([canal], null, null, []);
  await list.refresh();
  expect(list.of('canal')).toEqual(canal);
  await list.refresh();
  expect(list.of('canal')).toEqual(canal);
  await expect.poll(() => list.list()).toEqual([]);
  expect(asked.length).toBe(4);
});

it('asks again when the process has ended: what it said last may have been cut short', async () => {
  const { list, emit } = windowOf([], [canal]);
  await list.refresh();
  expect(list.of('canal')).toBeNull();
  emit('sync.ended', undefined);
  await expect.poll(() => list.of('canal')).toEqual(canal);
});

it('knows nothing before it was answered, and says so', async () => {
  const { list } = windowOf(null, []);
  const told: boolean[] = [];
  list.onChange(() => told.push(list.isKnown()));
  await list.refresh();
  expect(list.isKnown()).toBe(false);
  await expect.poll(() => list.isKnown()).toBe(true);
  expect(told.at(-1)).toBe(true);
});
