import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';
import { readWhole, u16, u32, u64 } from './bytes.ts';

describe('[SY1] integers', () => {
  it('are written most significant byte first and read back', () => {
    expect([...u32(0x01020304)]).toEqual([1, 2, 3, 4]);
    fc.assert(
      fc.property(fc.nat({ max: 0xffff }), fc.nat({ max: 0xffffffff }), fc.maxSafeNat(), (short, long, large) => {
        expect(readWhole(u16(short), (reader) => reader.u16())).toBe(short);
        expect(readWhole(u32(long), (reader) => reader.u32())).toBe(long);
        expect(readWhole(u64(large), (reader) => reader.u64())).toBe(large);
      }),
    );
  });

  it('are not written where they do not fit', () => {
    expect(() => u32(2 ** 32)).toThrow();
    expect(() => u16(-1)).toThrow();
    expect(() => u64(0.5)).toThrow();
  });

  it('are not read beyond what a number holds', () => {
    expect(readWhole(new Uint8Array(8).fill(255), (reader) => reader.u64())).toBeNull();
  });
});

describe('[SY1] what is read', () => {
  it('has to be there, and nothing behind it', () => {
    expect(readWhole(Uint8Array.of(1), (reader) => reader.u16())).toBeNull();
    expect(readWhole(Uint8Array.of(0, 1, 2), (reader) => reader.u16())).toBeNull();
    expect(readWhole(Uint8Array.of(0xff), (reader) => reader.text(1))).toBeNull();
  });

  it('does not hide a bug', () => {
    expect(() =>
      readWhole(Uint8Array.of(1), () => {
        throw new TypeError('bug');
      }),
    ).toThrow('bug');
  });
});

describe('[SY1] base64url', () => {
  it('gives bytes back, and has one way to write them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
    for (const odd of ['a', 'AB', 'AA==', 'A A', '+/', 'Ä']) expect(fromBase64(odd)).toBeNull();
  });
});
