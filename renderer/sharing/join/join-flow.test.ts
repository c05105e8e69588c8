import { describe, expect, it } from 'vitest';
import type { InviteInfo } from '../../../shared/bridge/index.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { JoinOptions, JoinProblem } from '../../sync/index.ts';
import { JoinFlow } from './join-flow.ts';
import type { JoinServices } from './join-flow.ts';

const info: InviteInfo = {
  relay: 'https://relay.example.org',
  notebook: 'canal',
  title: 'Canal',
  from: 'Mara',
  role: 'editor',
  expires: 1_700_000_000_000,
  owner: '12345 67890',
};
const link = 'backstory://join#abc';
const you = { name: 'Ilir', device: 'Desk' };
const protect = () => Promise.resolve(null);

/** A window in which joining ends when the test says so. */
function joining(change: Partial<JoinServices> = {}) {
  const seen: string[] = [];
  const members = new Set<string>();
  const ends: ((result: Result<string, JoinProblem>) => void)[] = [];
  let options: JoinOptions = {};
  const begin = (what: string, given: JoinOptions) => {
    seen.push(what);
    options = given;
    return new Promise<Result<string, JoinProblem>>((resolve) => ends.push(resolve));
  };
  const flow = new JoinFlow({
    sync: { readInvite: () => Promise.resolve(ok(info)) },
    has: (notebook) => ({ member: members.has(notebook), here: false }),
    join: (joined, { name }, given) => begin(`join ${joined} as ${name}`, given),
    fetch: (notebook, given) => begin(`fetch ${notebook}`, given),
    look: () => Promise.resolve(),
    open: (notebook) => {
      seen.push(`open ${notebook}`);
      return Promise.resolve();
    },
    ...change,
  });
  return {
    flow,
    seen,
    members,
    end: (result: Result<string, JoinProblem>) => ends.pop()?.(result),
    options: () => options,
  };
}

function problemOf(flow: JoinFlow): string | null {
  const stage = flow.stage();
  return stage !== null && 'problem' in stage ? stage.problem : null;
}

describe('joining a notebook', () => {
  it('shows what the link says before anything is sent, then joins and opens', async () => {
    const { flow, seen, end, options } = joining();
    flow.begin();
    expect(flow.stage()).toEqual({ kind: 'asking', problem: null });
    await flow.read(link);
    expect([flow.stage(), seen]).toEqual([{ kind: 'confirming', link, info, problem: null }, []]);
    const joined = flow.join(you, protect);
    await expect.poll(() => seen).toEqual([`join ${link} as Ilir`]);
    options().onProgress?.({ step: 'storing', done: 1, total: 3 });
    expect(flow.stage()).toMatchObject({ kind: 'working', progress: { step: 'storing', done: 1, total: 3 } });
    end(ok('canal'));
    await joined;
    expect([flow.stage(), seen.at(-1)]).toEqual([null, 'open canal']);
  });

  it('goes on asking for a link where the app was opened with none', async () => {
    const { flow } = joining();
    flow.begin();
    await flow.arrive([]);
    expect(flow.stage()?.kind).toBe('asking');
  });

  it('says why a link cannot be used, and lets one try another', async () => {
    const { flow } = joining({
      sync: { readInvite: () => Promise.resolve(err({ reason: 'damaged', message: '' })) },
    });
    flow.begin();
    await flow.read('backstory://join#x');
    expect(flow.stage()?.kind).toBe('asking');
    expect(problemOf(flow)).toMatch(/damaged/);
  });

  it('goes back to the question where the room does not let one in', async () => {
    const { flow, end, seen } = joining();
    await flow.arrive([link]);
    const joined = flow.join(you, protect);
    await expect.poll(() => seen.length).toBe(1);
    end(err({ reason: 'used', message: '' }));
    await joined;
    expect(flow.stage()?.kind).toBe('confirming');
    expect(problemOf(flow)).toMatch(/used already/);
  });

  it('let in without being given the notebook, fetches it later, without the invitation', async () => {
    const { flow, end, seen, members } = joining();
    await flow.arrive([link]);
    const joined = flow.join(you, protect);
    await expect.poll(() => seen.length).toBe(1);
    members.add('canal');
    end(err({ reason: 'unreachable', message: '' }));
    await joined;
    expect(flow.stage()).toMatchObject({ kind: 'waiting', notebook: 'canal' });
    const fetched = flow.fetch('canal', 'Canal');
    end(ok('canal'));
    await fetched;
    expect(seen.slice(1)).toEqual(['fetch canal', 'open canal']);
  });

  it('stopped, tells those who work, shows nothing of what comes after, and takes the next link', async () => {
    const { flow, end, seen, options } = joining();
    await flow.arrive([link]);
    const joined = flow.join(you, protect);
    await expect.poll(() => seen.length).toBe(1);
    const arrived = flow.arrive([link]);
    await flow.cancel();
    expect([options().signal?.aborted, flow.stage()?.kind]).toEqual([true, 'confirming']);
    end(ok('canal'));
    await Promise.all([joined, arrived]);
    expect([flow.stage()?.kind, seen.includes('open canal')]).toEqual(['confirming', false]);
    await flow.cancel();
    expect(flow.stage()).toBeNull();
  });

  it('of a notebook that is here already uses no invitation', async () => {
    const { flow, seen } = joining({ has: () => ({ member: true, here: true }) });
    await flow.arrive([link]);
    expect(flow.stage()).toEqual({ kind: 'known', notebook: 'canal', title: 'Canal' });
    await flow.openKnown();
    expect([flow.stage(), seen]).toEqual([null, ['open canal']]);
  });

  it('joins nothing while the keys could not be kept', async () => {
    const { flow, seen } = joining();
    await flow.arrive([link]);
    await flow.join(you, () => Promise.resolve('The keychain said no.'));
    expect([flow.stage(), seen]).toEqual([{ kind: 'confirming', link, info, problem: 'The keychain said no.' }, []]);
  });
});
