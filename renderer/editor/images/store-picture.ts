import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { DraftImage } from '../../../shared/story/draft-block.ts';
import type { CaptureStore } from '../../persistence/captures.ts';
import { brokenPicture, maxPictureBytes, pictureFile, tooLargePicture } from './picture-file.ts';

/** Gives a picture's size as it is shown, in pixels; rejects where it cannot be drawn. */
export type DrawPicture = (picture: Blob) => Promise<{ readonly width: number; readonly height: number }>;

export interface PicturePlace {
  readonly captures: Pick<CaptureStore, 'put'>;
  readonly notebook: string;
  readonly draw?: DrawPicture;
}

/**
 * Makes a file a file of the notebook, once it is found to be a picture that can be drawn. What comes back may be named in a draft: its bytes
 * are confirmed to be stored. Otherwise one sentence, and nothing was stored. Never throws.
 */
export async function storePicture(
  file: Blob,
  { captures, notebook, draw = drawInWindow }: PicturePlace,
): Promise<Result<Omit<DraftImage, 'type'>, string>> {
  const name = file instanceof File && file.name !== '' ? `“${file.name}”` : 'The picture';
  const refused = (why: string): Result<never, string> => err(`Nothing was added. ${name} ${why}`);
  // Its size is known before it is read, and a huge one never is.
  if (file.size > maxPictureBytes) return refused(tooLargePicture.message);
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return refused('cannot be read. It may have been moved, or its disk taken away.');
  const known = pictureFile(new Uint8Array(bytes));
  if (!known.ok) return refused(known.error.message);
  const { mediaType } = known.value;
  const size = await draw(new Blob([bytes], { type: mediaType })).catch(() => null);
  if (size === null) return refused(brokenPicture.message);
  try {
    const sha256 = await captures.put(notebook, new Uint8Array(bytes));
    return ok({ sha256, mediaType, ...size, alt: '', caption: [] });
  } catch (error) {
    return refused(`could not be stored. ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function drawInWindow(picture: Blob): ReturnType<DrawPicture> {
  const drawn = await createImageBitmap(picture);
  const { width, height } = drawn;
  drawn.close();
  return { width, height };
}
