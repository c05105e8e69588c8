// @vitest-environment node
import { expect, it } from 'vitest';
import type { SyncFiles } from '../../../shared/bridge/index.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { createMemoryBridge } from '../../bridge/memory.ts';
import { TeamFiles } from './team-files.ts';

const hash = 'a'.repeat(64);
const gone = err({ reason: 'gone', message: 'Nobody sent it.' } as const);
const stopped = err({ reason: 'stopped', message: 'It is not fetched any more.' } as const);
const online = { kind: 'online', since: 1, heard: 1, reason: null, reached: 'relay' } as const;
const share = { notebook: 'n', relay: 'https://relay.example', role: 'editor', isOwner: false } as const;
const some: SyncFiles = {
  ...{ named: 2, here: 0, awaited: 2, moving: 0, done: 0, total: 0 },
  ...{ ahead: false, trouble: null },
};

/** Files of the team, and what the process answers when it is asked: each time the next, once that is let go. */
function teamFiles(answers: readonly (typeof gone | typeof stopped | ReturnType<typeof ok<undefined>>)[]) {
  const { bridge, emit } = createMemoryBridge();
  const asked: (() => void)[] = [];
  const fetchFile = () =>
    new Promise<(typeof answers)[number]>((resolve) => {
      const answer = answers[asked.length] ?? gone;
      asked.push(() => resolve(answer));
    });
  const of = (notebook: string) => (notebook === 'n' ? share : null);
  return { asked, emit, team: new TeamFiles({ sync: { ...bridge.sync, fetchFile }, on: bridge.on }, { of }) };
}

it('asks nobody for files of a notebook that is not shared', async () => {
  const { team, asked } = teamFiles([]);
  expect(await team.fetch('another', hash)).toBeNull();
  expect(asked).toEqual([]);
});

it('says how far a file is, and why it did not come', async () => {
  const { team, asked, emit } = teamFiles([gone]);
  const fetched = team.fetch('n', hash);
  expect(team.of('n', hash)).toEqual({ kind: 'fetching', done: 0, total: 0 });
  emit('sync.file', { notebook: 'n', hash, done: 3, total: 9 });
  expect(team.of('n', hash)).toEqual({ kind: 'fetching', done: 3, total: 9 });
  asked[0]?.();
  expect(await fetched).toEqual(gone);
  expect(team.of('n', hash)).toEqual({ kind: 'lacking', reason: 'gone', why: 'Nobody sent it.' });
  emit('sync.file', { notebook: 'n', hash, done: 9, total: 9 });
  expect(team.of('n', hash)?.kind).toBe('lacking');
});

it('tells when a file may be there now: one more is here or was sent, or the relay is reached', () => {
  const { team, emit } = teamFiles([]);
  const hopes: string[] = [];
  team.onHope((notebook) => hopes.push(notebook));
  emit('sync.files', { notebook: 'n', files: some });
  expect(hopes).toEqual([]);
  emit('sync.files', { notebook: 'n', files: { ...some, awaited: 1 } });
  emit('sync.files', { notebook: 'n', files: { ...some, awaited: 1, moving: 1 } });
  expect(hopes).toEqual(['n']);
  emit('sync.status', { notebook: 'n', status: online });
  expect(hopes).toEqual(['n', 'n']);
});

it('hopes once each time the relay is reached, not with each edit that was sent', () => {
  const { team, emit } = teamFiles([]);
  const hopes: string[] = [];
  team.onHope((notebook) => hopes.push(notebook));
  for (const reached of ['here', 'relay', 'teammate'] as const)
    emit('sync.status', { notebook: 'n', status: { ...online, reached } });
  expect(hopes).toEqual(['n']);
  emit('sync.status', { notebook: 'n', status: { ...online, kind: 'offline', reason: 'unreachable' } });
  emit('sync.status', { notebook: 'n', status: online });
  expect(hopes).toEqual(['n', 'n']);
  emit('sync.ended', undefined);
  emit('sync.status', { notebook: 'n', status: online });
  expect(hopes).toEqual(['n', 'n', 'n']);
});

it('says that a person stopped it only where one did: the process that ends stops it, too', async () => {
  const { team, asked } = teamFiles([stopped, stopped]);
  const first = team.fetch('n', hash);
  asked[0]?.();
  await first;
  expect(team.of('n', hash)).toMatchObject({ kind: 'lacking', reason: 'unreachable' });
  const second = team.fetch('n', hash);
  team.stop('n', hash);
  asked[1]?.();
  await second;
  expect(team.of('n', hash)).toMatchObject({ kind: 'lacking', reason: 'stopped' });
});

it('asks again where the sign that it can be had came while it was asked for', async () => {
  const { team, asked, emit } = teamFiles([gone, ok(undefined)]);
  emit('sync.files', { notebook: 'n', files: some });
  const fetched = team.fetch('n', hash);
  emit('sync.files', { notebook: 'n', files: { ...some, awaited: 1 } });
  asked[0]?.();
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.();
  expect(await fetched).toEqual(ok(undefined));
  expect(team.of('n', hash)).toBeNull();
});
