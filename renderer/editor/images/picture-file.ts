import { err, ok } from '../../../shared/lib/result.ts';
import type { Problem, Result } from '../../../shared/lib/result.ts';

/** What the first bytes of a picture say of it. */
export interface PictureFile {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  /** Pixels, as the file says; a camera's turn is not taken into account. */
  readonly width: number;
  readonly height: number;
}

/** Why a file cannot be a picture of a draft. */
export type PictureProblem = Problem<'unknown-kind' | 'broken' | 'too-large' | 'too-many-pixels'>;

/** What file dialogs and the clipboard call the kinds that are shown. */
export const pictureTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** The largest picture that is taken in, in bytes (20 MiB). */
export const maxPictureBytes = 20 * 1024 * 1024;
/** The most pixels: a few bytes can claim so many that showing them would take all of the memory. */
const mostPixels = 64_000_000;

/**
 * Knows a picture by its bytes alone, whatever its name or sender say: PNG (https://www.w3.org/TR/png-3/), JPEG (ITU-T T.81, annex B), GIF
 * (https://www.w3.org/Graphics/GIF/spec-gif89a.txt) and WebP (https://developers.google.com/speed/webp/docs/riff_container). Never throws.
 */
export function pictureFile(bytes: Uint8Array): Result<PictureFile, PictureProblem> {
  if (bytes.byteLength > maxPictureBytes) return err(tooLargePicture);
  const kind = kindOf(bytes);
  if (kind === null) return err(unknownPicture);
  const size = sizeOf(kind, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (size === null || size.width === 0 || size.height === 0) return err(brokenPicture);
  if (size.width * size.height > mostPixels)
    return err({
      reason: 'too-many-pixels',
      message: `has ${size.width} by ${size.height} pixels, too many to be shown. Save a smaller version of it.`,
    });
  return ok({ mediaType: kind, ...size });
}

/** Sentences that go on after the file's name. */
const unknownPicture: PictureProblem = {
  reason: 'unknown-kind',
  message: 'is no picture that can be shown: PNG, JPEG, GIF and WebP can.',
};

/** Said of a picture of which only a part arrived, or that never was one. */
export const brokenPicture: PictureProblem = {
  reason: 'broken',
  message: 'is damaged and cannot be shown. Look for another copy.',
};

export const tooLargePicture: PictureProblem = {
  reason: 'too-large',
  message: `has more than ${maxPictureBytes / 1024 / 1024} MiB. Save a smaller version of it.`,
};

function kindOf(bytes: Uint8Array): PictureFile['mediaType'] | null {
  const letters = String.fromCharCode(...bytes.subarray(0, 12));
  if (letters.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (letters.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(letters)) return 'image/gif';
  return /^RIFF[^]{4}WEBP$/.test(letters) ? 'image/webp' : null;
}

type Size = Pick<PictureFile, 'width' | 'height'>;

/** Null where the file ends before it says so. */
function sizeOf(kind: PictureFile['mediaType'], view: DataView): Size | null {
  switch (kind) {
    case 'image/png':
      return view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) };
    case 'image/gif':
      return view.byteLength < 10 ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    case 'image/webp':
      return webpSize(view);
    case 'image/jpeg':
      return jpegSize(view);
  }
}

/** The first part of the file: lossy, lossless, or the head of one with several parts. */
function webpSize(view: DataView): Size | null {
  if (view.byteLength < 30) return null;
  const u24 = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  switch (view.getUint32(12)) {
    // "VP8 "
    case 0x56503820:
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    // "VP8L"
    case 0x5650384c: {
      const packed = view.getUint32(21, true);
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    // "VP8X"
    case 0x56503858:
      return { width: u24(24) + 1, height: u24(27) + 1 };
    default:
      return null;
  }
}

/** Goes from marker to marker until the frame's head. */
function jpegSize(view: DataView): Size | null {
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Markers may be padded.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}

/** SOF0 to SOF15, but for the tables that lie among them (DHT, JPG, DAC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
