import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { SyncFiles } from '../../../shared/bridge/index.ts';
import { ok } from '../../../shared/lib/result.ts';
import { createMemoryBridge } from '../../bridge/memory.ts';
import { OfflineFiles } from './OfflineFiles.tsx';

const some: SyncFiles = {
  ...{ named: 40, here: 12, awaited: 3, moving: 0, done: 0, total: 0 },
  ...{ ahead: false, trouble: null },
};

it('says how the files stand, follows what is told, and has all of them fetched ahead', async () => {
  const { bridge, emit } = createMemoryBridge();
  const asked: boolean[] = [];
  const sync = {
    ...bridge.sync,
    files: () => Promise.resolve(ok(some)),
    ahead: ({ ahead }: { readonly ahead: boolean }) => {
      asked.push(ahead);
      return Promise.resolve(ok(undefined));
    },
  };
  render(<OfflineFiles bridge={{ ...bridge, sync }} notebook="n" />);
  expect((await screen.findByRole('status')).textContent).toBe('12 of 40 files here, 3 waiting for a teammate.');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Make available offline' }));
  expect(asked).toEqual([true]);
  const moving = { ...some, here: 20, moving: 2, done: 300, total: 400, ahead: true, trouble: 'The disk is full.' };
  act(() => emit('sync.files', { notebook: 'n', files: moving }));
  act(() => emit('sync.files', { notebook: 'another', files: some }));
  expect(screen.getByRole('status').textContent).toBe('20 of 40 files here, 3 waiting for a teammate.');
  expect(screen.getByRole('progressbar', { name: 'Moving 2 files' })).toBeDefined();
  expect(screen.getByText('The disk is full.')).toBeDefined();
});
