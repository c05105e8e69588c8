// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { Ownership } from './ownership.ts';

const patience = 20;

/** The locks of a busy machine: what is granted is heard of late, and may be given up meanwhile. */
function slowly(locks: LockManager, delay: number): LockManager {
  const request = async (
    name: string,
    { signal }: LockOptions,
    hold: (lock: Lock | null) => unknown,
  ): Promise<unknown> =>
    await locks.request(name, async (lock) => {
      await new Promise((resolve) => setTimeout(resolve, delay));
      signal?.throwIfAborted();
      return await hold(lock);
    });
  // Of the overloads of `request`, ownership knows the one with options.
  return { request: request as LockManager['request'], query: () => locks.query() };
}

describe('who owns a notebook', () => {
  it('is told late on a busy machine, and not that another window has it', async () => {
    const release = await new Ownership(slowly(navigator.locks, 10 * patience), patience).take('slow');
    expect(release).not.toBeNull();
    release?.();
  });

  it('is the first that asks; another is told so, and is next when it lets go', async () => {
    const [first, second] = [new Ownership(navigator.locks, patience), new Ownership(navigator.locks, patience)];
    const release = await first.take('shared');
    expect(await second.take('shared')).toBeNull();
    release?.();
    const next = await second.take('shared');
    expect(next).not.toBeNull();
    next?.();
  });

  it('has all documents of a notebook, until the last of them is let go', async () => {
    const [first, second] = [new Ownership(navigator.locks, patience), new Ownership(navigator.locks, patience)];
    const [root, draft] = [await first.take('whole'), await first.take('whole.draft')];
    root?.();
    expect(await second.take('whole.other')).toBeNull();
    draft?.();
    expect(await second.take('whole.other')).not.toBeNull();
  });
});
