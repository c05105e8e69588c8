import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { Outbox } from './outbox.ts';
import { usual } from './tuning.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An outbox, the moments in which it was due since its beginning, and a hand that types. */
function outbox({ alone = false } = {}) {
  const began = Date.now();
  const due: number[] = [];
  const here = { isAlone: alone };
  const box = new Outbox(
    usual,
    () => here.isAlone,
    () => {
      due.push(Date.now() - began);
      box.take();
    },
  );
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => box.add('notebook', update));
  const type = (words = 'a') => doc.getText('t').insert(0, words);
  return { box, due, here, doc, type };
}

describe('edits that wait to be sent', () => {
  it('go once nobody has typed for 400 milliseconds, where somebody else is here', () => {
    const { due, type } = outbox();
    type();
    vi.advanceTimersByTime(399);
    type();
    vi.advanceTimersByTime(399);
    expect(due).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(due).toEqual([799]);
  });

  it('go after a second at the latest, however fast one types', () => {
    const { due, type } = outbox();
    for (let at = 0; at < 3000; at += 100) {
      type();
      vi.advanceTimersByTime(100);
    }
    // The second one waits from the first edit after it.
    expect(due).toEqual([1000, 2000, 3000]);
  });

  it('go after five seconds where nobody else is here, typing or not', () => {
    const { due, type } = outbox({ alone: true });
    type();
    vi.advanceTimersByTime(4900);
    type();
    vi.advanceTimersByTime(99);
    expect(due).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(due).toEqual([5000]);
    vi.advanceTimersByTime(60_000);
    expect(due).toEqual([5000]);
  });

  it('go sooner when somebody comes', () => {
    const { box, due, here, type } = outbox({ alone: true });
    type();
    vi.advanceTimersByTime(2000);
    here.isAlone = false;
    box.wait();
    vi.advanceTimersByTime(0);
    expect(due).toEqual([2000]);
  });

  it('are one update for each document, and wait no more once they were taken', () => {
    const { box, doc, due, type } = outbox();
    type('one ');
    type('two ');
    box.add('notebook.draft.1', Y.encodeStateAsUpdate(doc));
    const taken = box.take();
    expect(taken.map(({ docId }) => docId)).toEqual(['notebook', 'notebook.draft.1']);
    const there = new Y.Doc();
    const [first] = taken;
    if (first !== undefined) Y.applyUpdate(there, first.update);
    expect(there.getText('t').toJSON()).toBe('two one ');
    expect(box.isEmpty).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(due).toEqual([]);
  });
});
