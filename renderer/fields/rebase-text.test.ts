import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveOffset, rebaseText } from './rebase-text.ts';

describe('rebaseText', () => {
  it('keeps both people’s words when they write in different places', () => {
    const base = 'The ship grounds. The bank holds.';
    const local = 'The big ship grounds. The bank holds.';
    const stored = 'The ship grounds. The bank holds fast.';
    expect(rebaseText(base, local, stored)).toBe('The big ship grounds. The bank holds fast.');
    expect(rebaseText(base, stored, local)).toBe('The big ship grounds. The bank holds fast.');
  });

  it('keeps both insertions where both replaced the same word', () => {
    expect(rebaseText('about 200 ships', 'about 237 ships', 'about 206 ships')).toBe('about 2376 ships');
  });

  it('finds its place again where others changed the text before and behind it', () => {
    const base = 'The ship grounds. The bank holds.';
    const local = 'The ship grounds. Hard. The bank holds.';
    const stored = 'A big ship grounds. The bank holds fast.';
    expect(rebaseText(base, local, stored)).toBe('A big ship grounds. Hard. The bank holds fast.');
  });

  it('does not double what both typed alike', () => {
    expect(rebaseText('Salvage', 'Salvage firm', 'Salvage firm')).toBe('Salvage firm');
  });

  it('is the stored text where nothing was typed, and the typed text where nothing was stored', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (base, other) => {
        expect(rebaseText(base, base, other)).toBe(other);
        expect(rebaseText(base, other, base)).toBe(other);
      }),
    );
  });

  it('never loses an insertion', () => {
    const place = fc.nat({ max: 20 });
    fc.assert(
      fc.property(fc.string({ minLength: 20 }), place, place, (base, here, there) => {
        const local = `${base.slice(0, here)}«ours»${base.slice(here)}`;
        const stored = `${base.slice(0, there)}“theirs”${base.slice(there)}`;
        const merged = rebaseText(base, local, stored);
        expect(merged).toHaveLength(base.length + 6 + 8);
        expect(merged).toContain('“theirs”');
        expect(merged).toContain('«ours»');
      }),
    );
  });
});

describe('moveOffset', () => {
  it('follows the text around it', () => {
    expect(moveOffset(10, 'The ship grounds', 'The big ship grounds')).toBe(14);
    expect(moveOffset(3, 'The ship grounds', 'The ship grounds again')).toBe(3);
    expect(moveOffset(6, 'The ship grounds', 'The grounds')).toBe(4);
  });

  it('stays inside the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), (before, after, offset) => {
        const moved = moveOffset(Math.min(offset, before.length), before, after);
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(after.length);
      }),
    );
  });
});
