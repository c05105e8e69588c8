import { describe, expect, it } from 'vitest';
import { broughtFile, broughtText } from './brought.ts';

const { signal } = new AbortController();

describe('what is brought', () => {
  it('is refused by its size without being read', async () => {
    const huge = new File(['x'], 'huge.pdf');
    Object.defineProperty(huge, 'size', { value: 300 * 1024 * 1024 });
    Object.defineProperty(huge, 'arrayBuffer', { value: () => Promise.reject(new Error('It was read')) });
    const read = await broughtFile(huge).read(signal);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.error.message).toMatch(/“huge.pdf” has 300 MiB, and a source may have 200 MiB\. .*smaller/);
  });

  it('says of a folder what to do', async () => {
    const folder = new File([], 'articles');
    Object.defineProperty(folder, 'arrayBuffer', { value: () => Promise.reject(new Error('NotReadableError')) });
    const read = await broughtFile(folder).read(signal);
    expect(!read.ok && read.error.message).toMatch(/“articles” could not be read\. If it is a folder, open it/);
  });

  it('is pasted text, or the formatting it was pasted with', async () => {
    const text = await broughtText('Plain.').read(signal);
    const html = await broughtText('Bold.', '<b>Bold.</b>').read(signal);
    const words = (read: typeof text): unknown =>
      read.ok ? [new TextDecoder().decode(read.value.bytes), read.value.hint.mediaType] : null;
    expect(words(text)).toEqual(['Plain.', 'text/plain; charset=utf-8']);
    expect(words(html)).toEqual(['<b>Bold.</b>', 'text/html; charset=utf-8']);
  });
});
