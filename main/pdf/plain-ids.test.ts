import { describe, expect, it } from 'vitest';
import { plainIds } from './plain-ids.ts';

const renamed = (text: string) => Buffer.from(plainIds(Buffer.from(text, 'latin1'))).toString('latin1');

describe('plainIds', () => {
  it('counts the names of a structure from one, in their order and at their length', () => {
    expect(renamed('/ID (node00000931)\n/ID (node00000047)\n[(node00000047) 1 0 R (node00000931)]')).toBe(
      '/ID (node00000002)\n/ID (node00000001)\n[(node00000001) 1 0 R (node00000002)]',
    );
  });

  it('gives the same for the same structure, however far Chromium has counted', () => {
    const made = (from: number) =>
      [3, 1, 2].map((name) => `/ID (node${String(from + name).padStart(8, '0')})`).join('\n');
    expect(renamed(made(0))).toBe(renamed(made(123_456)));
  });

  it.each(['/Title (node0000)', '/Title (node000000312)', '%PDF-1.4\nnothing', ''])('leaves %j as it is', (text) => {
    expect(renamed(text)).toBe(text);
  });
});
