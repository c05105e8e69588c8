import { describe, expect, it } from 'vitest';
import { ToastQueue, toastTime } from './toast-queue.ts';

describe('ToastQueue', () => {
  it('shows the latest three, oldest first', () => {
    const queue = new ToastQueue();
    for (const message of ['one', 'two', 'three', 'four']) queue.show({ message });
    expect(queue.list().map(({ message }) => message)).toEqual(['two', 'three', 'four']);
  });

  it('says the same thing once, last', () => {
    const queue = new ToastQueue();
    for (const message of ['one', 'two', 'one']) queue.show({ message });
    expect(queue.list().map(({ message }) => message)).toEqual(['two', 'one']);
  });

  it('closes one and tells who listens', () => {
    const queue = new ToastQueue();
    let told = 0;
    const stop = queue.onChange(() => (told += 1));
    const id = queue.show({ message: 'one' });
    queue.close(id);
    stop();
    queue.show({ message: 'two' });
    expect(told).toBe(2);
    expect(queue.list().map(({ message }) => message)).toEqual(['two']);
  });
});

describe('toastTime', () => {
  it('keeps errors until they are closed, and gives time to act', () => {
    expect(toastTime({ message: 'x', tone: 'error' })).toBeNull();
    const plain = toastTime({ message: 'x' }) ?? 0;
    expect(toastTime({ message: 'x', action: { label: 'Undo', run: () => undefined } })).toBeGreaterThan(plain);
    expect(toastTime({ message: 'x', timeout: 100 })).toBe(100);
  });
});
