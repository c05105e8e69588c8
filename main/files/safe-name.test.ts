import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeName } from './safe-name.ts';

describe('safeName', () => {
  it('keeps ordinary names as they are', () => {
    expect(safeName('Six days in the canal, brief.pdf')).toBe('Six days in the canal, brief.pdf');
  });

  it('takes folders, hidden names and control characters out', () => {
    expect(safeName('../../etc/passwd')).toBe('etc passwd');
    expect(safeName('a\u0000b\nc')).toBe('a b c');
    expect(safeName('...')).toBe('Brief.pdf');
  });

  it('never gives a path or an empty name', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (name) => {
        const safe = safeName(name);
        expect(safe).not.toMatch(/[/\\]/);
        expect(safe).not.toMatch(/^\.|^$/);
      }),
    );
  });
});
