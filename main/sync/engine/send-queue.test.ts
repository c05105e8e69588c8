import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SendQueue } from './send-queue.ts';
import { usual } from './tuning.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A relay that has so many bytes to take, and a queue to it. */
function line() {
  const relay = { pending: 0, isOver: false };
  const sent: string[] = [];
  const idle: number[] = [];
  const queue = new SendQueue<string>({
    isBusy: () => relay.pending > usual.pending,
    isOver: () => relay.isOver,
    deliver: (message) => {
      sent.push(message);
      return Promise.resolve();
    },
    onIdle: () => void idle.push(sent.length),
  });
  /** What was typed and not sent yet, as the outbox has it. */
  let waiting = '';
  const type = (words: string) => {
    waiting += words;
    queue.send(() => {
      const all = waiting;
      waiting = '';
      return all === '' ? null : all;
    });
  };
  return { relay, sent, idle, queue, type };
}
const aWhile = () => vi.advanceTimersByTimeAsync(1000);

describe('what is sent to a relay', () => {
  it('goes at once up to 1 MiB that the relay has not taken yet', async () => {
    const { relay, sent, queue, type } = line();
    relay.pending = 1024 * 1024;
    type('one');
    await queue.sent();
    expect(sent).toEqual(['one']);
  });

  it('waits above that, and becomes one', async () => {
    const { relay, sent, idle, queue, type } = line();
    relay.pending = 1024 * 1024 + 1;
    for (const words of ['one ', 'two ', 'three']) {
      type(words);
      await aWhile();
    }
    expect([sent, idle, queue.isIdle]).toEqual([[], [], false]);
    relay.pending = 0;
    await aWhile();
    expect([sent, idle, queue.isIdle]).toEqual([['one two three'], [1], true]);
  });

  it('is dropped with its connection: the next one finds what is missing', async () => {
    const { relay, sent, idle, queue, type } = line();
    relay.pending = 2 * usual.pending;
    type('one');
    await aWhile();
    relay.isOver = true;
    await aWhile();
    await queue.sent();
    expect([sent, idle]).toEqual([[], []]);
  });

  it('goes one after the other', async () => {
    const order: string[] = [];
    const queue = new SendQueue<number>({
      isBusy: () => false,
      isOver: () => false,
      deliver: async (message) => {
        order.push(`begins ${message}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
        order.push(`ends ${message}`);
      },
      onIdle: () => void order.push('idle'),
    });
    queue.send(() => 1);
    queue.send(() => 2);
    await aWhile();
    expect(order).toEqual(['begins 1', 'ends 1', 'begins 2', 'ends 2', 'idle']);
  });
});
