import fc from 'fast-check';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveInside } from './static-files.ts';

const folder = join(sep, 'app', 'renderer');

describe('resolveInside', () => {
  it('names the page itself for the root, and files below it', () => {
    expect(resolveInside(folder, '/')).toBe(join(folder, 'index.html'));
    expect(resolveInside(folder, '/assets/a%20b.js')).toBe(join(folder, 'assets', 'a b.js'));
  });

  it.each([
    '/../main/index.cjs',
    '/%2e%2e/main',
    '/..%2f..%2fetc/passwd',
    '/a/../../b',
    '/..%5cmain',
    '/%00',
    '/%',
    '/../renderer-other/x',
  ])('refuses %s', (path) => {
    expect(resolveInside(folder, path)).toBeNull();
  });

  it('never leads outside, whatever the path', () => {
    const piece = fc.oneof(fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '//', '%00', '%'), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const file = resolveInside(folder, `/${pieces.join('/')}`);
        expect(file === null || file.startsWith(folder + sep)).toBe(true);
      }),
    );
  });
});
