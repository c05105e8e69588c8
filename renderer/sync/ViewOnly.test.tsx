import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SharedNotebook, SyncKeys } from '../../shared/bridge/index.ts';
import { err } from '../../shared/lib/result.ts';
import { createMemoryBridge } from '../bridge/memory.ts';
import { openNotebook } from '../fields/testing/open-notebook.suite.tsx';
import { Library } from '../persistence/library.ts';
import { createMemoryStore } from '../persistence/memory-store.ts';
import type { NotebookSession } from '../session/notebook-session.ts';
import { OpenNotebookContext, useReadOnly } from '../session/session-context.ts';
import { ViewState } from '../session/view-state.ts';
import { OpenRoom } from './open-room.ts';
import { SharedNotebooks } from './shared-notebooks.ts';
import { RoomContext, SyncContext } from './sync-context.ts';
import { ViewOnly } from './ViewOnly.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

function Shown() {
  return <p>{useReadOnly() ? 'Read only' : 'Can be written'}</p>;
}

/** A start of the app with a notebook open, whose room cannot be opened for a reason. */
async function start(session: NotebookSession, reason: 'locked' | 'removed' = 'locked') {
  const { bridge } = createMemoryBridge();
  let keys: SyncKeys['kind'] = 'ready';
  let list: SharedNotebook[] = [];
  const sync = {
    ...bridge.sync,
    keys: () => Promise.resolve({ kind: keys, by: 'passphrase' } as const),
    shared: () => Promise.resolve(list),
    open: () => Promise.resolve(err({ reason, message: '' })),
  };
  const shared = new SharedNotebooks({ sync, on: bridge.on });
  const opened = await Library.open(createMemoryStore());
  if (!opened.ok) throw new Error(opened.error.message);
  const room = new OpenRoom({ sync, on: bridge.on }, session, shared);
  const shows = render(
    <SyncContext value={{ sync, library: opened.value, store: createMemoryStore(), shared }}>
      <RoomContext value={room}>
        <OpenNotebookContext value={{ session, view: new ViewState() }}>
          <ViewOnly>
            <Shown />
          </ViewOnly>
        </OpenNotebookContext>
      </RoomContext>
    </SyncContext>,
  );
  const words = (): string | null => screen.getByText(/^(?:Read only|Can be written)$/).textContent;
  return {
    words,
    say: async (now: SyncKeys['kind'], role: SharedNotebook['role'] | 'none') => {
      keys = now;
      list = role === 'none' ? [] : [{ notebook: session.id, relay: 'https://relay.test', role, isOwner: false }];
      await act(() => shared.refresh());
    },
    end: async () => {
      shows.unmount();
      await room.close();
    },
  };
}

it('lets a viewer read only, also at a later start while the keys are locked', async () => {
  const { session } = await openNotebook();
  const first = await start(session);
  expect(first.words()).toBe('Can be written');
  await first.say('ready', 'viewer');
  expect(first.words()).toBe('Read only');
  await first.end();
  const later = await start(session);
  expect(later.words()).toBe('Read only');
  await later.say('locked', null);
  expect(later.words()).toBe('Read only');
  // What is kept of the room cannot be read.
  await later.say('ready', null);
  expect(later.words()).toBe('Read only');
  await later.say('ready', 'editor');
  expect(later.words()).toBe('Can be written');
  await later.say('locked', null);
  expect(later.words()).toBe('Can be written');
  await later.end();
  await session.close();
});

it('lets who left the team write, and who was removed', async () => {
  const { session } = await openNotebook();
  const window = await start(session, 'removed');
  await window.say('ready', 'viewer');
  await window.say('ready', 'none');
  expect(window.words()).toBe('Can be written');
  await window.say('ready', 'viewer');
  expect(window.words()).toBe('Read only');
  await window.say('ready', null);
  expect(window.words()).toBe('Can be written');
  await window.end();
  await session.close();
});
