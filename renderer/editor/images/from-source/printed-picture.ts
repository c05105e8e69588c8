import type { PdfPage } from '../../../captures/pdf/index.ts';
import { maxPictureBytes } from '../picture-file.ts';

/** Dots per inch: of print, and of what is drawn where that would be too large a file. */
const resolutions = [300, 150];
/** The most dots of a page: a poster at 300 dots per inch would take all of the memory. */
const mostDots = 36_000_000;

/** Dots per point for a page of that size in points, at so many dots per inch or as many as there is room for. */
export function printScale({ width, height }: Pick<PdfPage, 'width' | 'height'>, resolution: number): number {
  return Math.min(resolution / 72, Math.sqrt(mostDots / Math.max(1, width * height)));
}

/** A page as it is printed, as a PNG. Rejects with a sentence, or with an `AbortError` when stopped. */
export async function printedPicture(page: PdfPage, signal: AbortSignal): Promise<Blob> {
  const canvas = document.createElement('canvas');
  try {
    for (const resolution of resolutions) {
      await page.draw(canvas, printScale(page, resolution), signal);
      const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
      signal.throwIfAborted();
      if (picture !== null && picture.size <= maxPictureBytes) return picture;
    }
  } finally {
    // Its dots are let go at once, not when the memory is next tidied.
    canvas.width = 0;
  }
  throw new Error('The page is too large a picture.');
}
