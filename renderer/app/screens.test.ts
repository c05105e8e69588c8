import { describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { LoadProblem } from '../persistence/document-store.ts';
import { Screens } from './screens.ts';

interface Notebook {
  readonly id: string;
  close(): Promise<void>;
}

/** Notebooks that open when the test says so, and note when they are closed. */
function opener() {
  const waiting = new Map<string, (result: Result<Notebook, LoadProblem>) => void>();
  const closed: string[] = [];
  const remembered: (string | null)[] = [];
  const screens = new Screens<Notebook>({
    open: (id) => new Promise((resolve) => waiting.set(id, resolve)),
    remember: (id) => void remembered.push(id),
  });
  const close = (id: string) => (): Promise<void> => {
    closed.push(id);
    return Promise.resolve();
  };
  return {
    screens,
    closed,
    remembered,
    isAsked: (id: string) => waiting.has(id),
    finish: (id: string) => waiting.get(id)?.(ok({ id, close: close(id) })),
    fail: (id: string, problem: LoadProblem) => waiting.get(id)?.(err(problem)),
  };
}

describe('Screens', () => {
  it('opens a notebook and remembers it', async () => {
    const { screens, finish, remembered } = opener();
    const opening = screens.open('a');
    expect(screens.current()).toEqual({ kind: 'opening', id: 'a' });
    await Promise.resolve();
    finish('a');
    await opening;
    expect(screens.current()).toMatchObject({ kind: 'open', id: 'a', isNew: false });
    expect(remembered).toEqual(['a']);
  });

  it('closes what was open before it opens another, and forgets it when one goes home', async () => {
    const { screens, finish, closed, remembered, isAsked } = opener();
    const first = screens.open('a');
    await Promise.resolve();
    finish('a');
    await first;
    const second = screens.open('b');
    expect(closed).toEqual(['a']);
    while (!isAsked('b')) await Promise.resolve();
    finish('b');
    await second;
    await screens.home();
    expect(closed).toEqual(['a', 'b']);
    expect(remembered).toEqual(['a', 'b', null]);
    expect(screens.current()).toEqual({ kind: 'home' });
  });

  it('closes again what opens too late', async () => {
    const { screens, finish, closed } = opener();
    const opening = screens.open('a');
    await Promise.resolve();
    await screens.home();
    finish('a');
    await opening;
    expect(closed).toEqual(['a']);
    expect(screens.current()).toEqual({ kind: 'home' });
  });

  it('says why a notebook does not open, and shows no empty one in its place', async () => {
    const { screens, fail, remembered } = opener();
    const problem: LoadProblem = { reason: 'unreadable', message: 'It cannot be read.' };
    const opening = screens.open('a');
    await Promise.resolve();
    fail('a', problem);
    await opening;
    expect(screens.current()).toEqual({ kind: 'failed', id: 'a', problem });
    expect(remembered).toEqual([]);
  });
});
