// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { err } from '../../../shared/lib/result.ts';
import { pictureFile } from './picture-file.ts';
import { storePicture } from './store-picture.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : [...part])),
  );

const png = bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 2, 0x80, 0, 0, 1, 0x90], [8, 2, 0, 0, 0]);
const gif = bytes('GIF89a', [0x80, 2, 0x90, 1, 0, 0, 0]);
/** A camera's: a comment, padding and a Huffman table before the frame's head. */
const jpeg = bytes(
  [0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xff, 0xc4, 0, 3, 9, 0xff, 0xc2, 0, 11, 8],
  [1, 0x90, 2, 0x80, 1, 1, 0x11, 0],
);
const webp = (kind: string, ...body: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> =>
  bytes('RIFF', [30, 0, 0, 0], 'WEBP', kind, [18, 0, 0, 0], ...body);
const lossy = webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a], [0x80, 2, 0x90, 1]);
const lossless = webp('VP8L', [0x2f], [0x7f, 0xc2, 0x63, 0], [0, 0, 0, 0, 0]);
const extended = webp('VP8X', [0, 0, 0, 0], [0x7f, 2, 0, 0x8f, 1, 0]);

describe('the kind and size of a picture, by its bytes', () => {
  it.each([
    ['image/png', png],
    ['image/gif', gif],
    ['image/jpeg', jpeg],
    ['image/webp', lossy],
    ['image/webp', lossless],
    ['image/webp', extended],
  ])('%s', (mediaType, file) => {
    expect(pictureFile(file)).toEqual({ ok: true, value: { mediaType, width: 640, height: 400 } });
  });

  it.each([
    ['unknown-kind', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['unknown-kind', bytes()],
    ['broken', png.subarray(0, 20)],
    ['broken', jpeg.subarray(0, 12)],
    ['broken', bytes('GIF89a', [0, 0, 9, 0])],
    ['too-many-pixels', bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 0x80, 0, 0, 0, 0x80, 0])],
    ['too-large', new Uint8Array(20 * 1024 * 1024 + 1)],
  ])('is refused: %s', (reason, file) => {
    expect(pictureFile(file)).toMatchObject({ ok: false, error: { reason } });
  });

  it('never throws, whatever follows a right beginning', () => {
    const heads = [png, gif, jpeg, lossy].map((file) => file.subarray(0, 12));
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), (head, rest) => {
        const read = pictureFile(new Uint8Array([...head, ...rest]));
        expect(read.ok ? read.value.width > 0 && read.value.height > 0 : read.error.message !== '').toBe(true);
      }),
    );
  });
});

describe('a picture that is added', () => {
  const stored: Uint8Array[] = [];
  const captures = {
    put: (_: string, file: Uint8Array) => {
      stored.push(file);
      return Promise.resolve('a'.repeat(64));
    },
  };
  const draw = () => Promise.resolve({ width: 400, height: 640 });

  it('is a file of the notebook before it can be named, with the size it is shown in', async () => {
    const added = await storePicture(new File([jpeg], 'tug.heic'), { captures, notebook: 'canal', draw });
    expect(added).toEqual({
      ok: true,
      value: { sha256: 'a'.repeat(64), mediaType: 'image/jpeg', width: 400, height: 640, alt: '', caption: [] },
    });
    expect(stored).toEqual([jpeg]);
  });

  it('is refused in words, and nothing is stored, where it is none, cannot be drawn, or finds no room', async () => {
    stored.length = 0;
    const place = { captures, notebook: 'canal', draw };
    expect(await storePicture(new File(['words'], 'notes.png'), place)).toEqual(
      err('Nothing was added. “notes.png” is no picture that can be shown: PNG, JPEG, GIF and WebP can.'),
    );
    const undrawn = { ...place, draw: () => Promise.reject(new Error('no')) };
    expect(await storePicture(new Blob([png]), undrawn)).toEqual(
      err('Nothing was added. The picture is damaged and cannot be shown. Look for another copy.'),
    );
    const full = { ...place, captures: { put: () => Promise.reject(new Error('The disk is full.')) } };
    expect(await storePicture(new Blob([png]), full)).toEqual(
      err('Nothing was added. The picture could not be stored. The disk is full.'),
    );
    expect(stored).toEqual([]);
  });
});
