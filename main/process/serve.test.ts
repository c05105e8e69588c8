import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Reply } from './protocol.ts';
import { asker, keyFrom, onKey, serve, type Port } from './serve.ts';

const asks = { 'book.title': { args: v.object({ book: v.string() }), result: v.string() } } as const;

/** One end of a line, and what the other end sees and says. */
function aLine() {
  const posted: Reply[] = [];
  const listeners: ((message: unknown) => void)[] = [];
  const port: Port = { post: (reply) => void posted.push(reply), listen: (listener) => void listeners.push(listener) };
  const say = (message: unknown): void => listeners.forEach((listener) => listener(message));
  return { port, posted, say };
}

describe('asking the main process', () => {
  it('brings each answer to whoever asked, checked', async () => {
    const { port, posted, say } = aLine();
    const ask = asker(port, asks);
    const [first, second, third] = ['a', 'b', 'c'].map((book) => ask('book.title', { book }));
    expect(posted).toEqual([1, 2, 3].map((one, at) => ({ ask: one, method: 'book.title', args: { book: 'abc'[at] } })));
    say({ answer: 2, result: 'Beta' });
    say({ answer: 9, result: 'nobody asked' });
    say({ answer: 3, result: 7 });
    say({ answer: 1, bug: 'may not be asked' });
    expect(await second).toBe('Beta');
    await expect(third).rejects.toThrow('book.title was answered with');
    await expect(first).rejects.toThrow('may not be asked');
  });
});

describe('a key', () => {
  it('comes before all calls, and again when it changes', async () => {
    const { port, say } = aLine();
    const keys: unknown[] = [];
    onKey(port, (key) => keys.push(key));
    const first = keyFrom(port);
    say({ key: null });
    say({ key: 'text' });
    say({ key: new Uint8Array(2) });
    expect(await first).toBeNull();
    expect(keys).toEqual([null, new Uint8Array(2)]);
  });
});

describe('serving', () => {
  it('takes no name for a method that an object only inherits', () => {
    const { port, posted, say } = aLine();
    serve(port, asks, Promise.resolve({}), () => undefined);
    for (const method of ['toString', '__proto__', 'constructor']) say({ id: 1, method });
    expect(posted).toEqual([]);
  });
});
