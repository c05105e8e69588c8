import { act, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { expect, it } from 'vitest';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Problem, Result } from '../../../shared/lib/result.ts';
import type { SyncFailure } from '../../../shared/bridge/index.ts';
import { createMemoryBridge } from '../../bridge/memory.ts';
import { openNotebook } from '../../fields/testing/open-notebook.suite.tsx';
import { CapturesContext } from '../../session/captures-context.ts';
import { TeamFileState } from './TeamFileState.tsx';
import { useArrival, useTeamFile, useTurns } from './use-team-file.ts';
import { TeamFiles } from './team-files.ts';

const hash = 'a'.repeat(64);
type Fetched = Result<undefined, Problem<SyncFailure>>;

/** A part of the window that needs the file, as the reader does. */
function Part({ team, notebook, turns }: { team: TeamFiles; notebook: string; turns: number[] }) {
  const { turn, again } = useTurns(hash);
  const file = useTeamFile(hash);
  useEffect(() => {
    turns.push(turn);
    void team.fetch(notebook, hash);
  }, [turn, turns, team, notebook]);
  return file === null ? <p>The text</p> : <TeamFileState hash={hash} file={file} onAgain={again} />;
}

it('shows how far a file is, stops, says why it is not here, and asks again when there is hope', async () => {
  const { session, captures, show, user } = await openNotebook();
  const { bridge, emit } = createMemoryBridge();
  const answers: ((fetched: Fetched) => void)[] = [];
  const stopped: string[] = [];
  const sync = {
    ...bridge.sync,
    fetchFile: () => new Promise<Fetched>((resolve) => answers.push(resolve)),
    stopFile: ({ hash: one }: { readonly hash: string }) => {
      stopped.push(one);
      answers.at(-1)?.(err({ reason: 'stopped', message: 'Stopped.' }));
      return Promise.resolve(undefined);
    },
  };
  const notebook = session.id;
  const shared = { of: () => ({ notebook, relay: '', role: 'editor', isOwner: false }) as const };
  const team = new TeamFiles({ sync, on: bridge.on }, shared);
  const turns: number[] = [];
  show(
    <CapturesContext value={{ ...captures, team }}>
      <Part team={team} notebook={notebook} turns={turns} />
    </CapturesContext>,
  );
  await screen.findByRole('progressbar', { name: 'Fetching from your team…' });
  act(() => emit('sync.file', { notebook, hash, done: 34, total: 100 }));
  expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('34%');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(stopped).toEqual([hash]);
  await screen.findByText('You stopped fetching it from your team.');
  const online = { kind: 'online', since: 1, heard: 1, reason: null, reached: 'relay' } as const;
  act(() => emit('sync.status', { notebook, status: online }));
  expect(turns).toEqual([0]);
  await user.click(screen.getByRole('button', { name: 'Fetch it' }));
  await act(async () => {
    answers[1]?.(err({ reason: 'unreachable', message: 'Not on this computer yet. It comes when you are online.' }));
    await Promise.resolve();
  });
  expect((await screen.findByText('It comes when you are online.')).textContent).not.toContain('Not on');
  expect(screen.getByText('Not on this computer yet')).toBeDefined();
  act(() => emit('sync.status', { notebook, status: { ...online, kind: 'connecting' } }));
  act(() => emit('sync.status', { notebook, status: online }));
  expect(turns).toEqual([0, 1, 2]);
  await act(async () => {
    answers[2]?.(ok(undefined));
    await Promise.resolve();
  });
  await screen.findByText('The text');
  await session.close();
});

/** A part that asked, and was told that nobody has it. */
function Refused({ team, notebook, asked }: { team: TeamFiles; notebook: string; asked: number[] }) {
  const { turn, again } = useTurns(hash);
  const [failed, setFailed] = useState<number | null>(null);
  useEffect(() => {
    asked.push(turn);
    void team.fetch(notebook, hash).then((fetched) => setFailed(fetched?.ok === true ? null : turn));
  }, [turn, asked, team, notebook]);
  useArrival(hash, failed === turn, again);
  return <p>{failed === turn ? 'Not here' : 'Here'}</p>;
}

it('what another part of the window asked for and got is shown where it had not come before', async () => {
  const { session, captures, show } = await openNotebook();
  const { bridge } = createMemoryBridge();
  const answers: Fetched[] = [err({ reason: 'gone', message: 'Nobody sent it.' }), ok(undefined)];
  const sync = { ...bridge.sync, fetchFile: () => Promise.resolve(answers.shift() ?? ok(undefined)) };
  const notebook = session.id;
  const shared = { of: () => ({ notebook, relay: '', role: 'editor', isOwner: false }) as const };
  const team = new TeamFiles({ sync, on: bridge.on }, shared);
  const asked: number[] = [];
  show(
    <CapturesContext value={{ ...captures, team }}>
      <Refused team={team} notebook={notebook} asked={asked} />
    </CapturesContext>,
  );
  await screen.findByText('Not here');
  await act(async () => {
    // Two who ask at once wait for one answer.
    expect(await Promise.all([team.fetch(notebook, hash), team.fetch(notebook, hash)])).toEqual([
      ok(undefined),
      ok(undefined),
    ]);
  });
  await screen.findByText('Here');
  expect(asked).toEqual([0, 1]);
  await session.close();
});
