import type { Picture, PictureOf } from '../../shared/exports/index.ts';
import { picturesIn } from '../../shared/brief/index.ts';
import type { BriefDraft } from '../../shared/story/brief-block.ts';
import type { FileCapture } from '../library/notebook-file.ts';

/** The pictures of drafts out of what a notebook holds; where there are none in them, nothing is read. */
export async function picturesOf(
  drafts: readonly BriefDraft[],
  captures: AsyncIterable<FileCapture>,
): Promise<PictureOf> {
  const wanted = new Map(
    drafts.flatMap(({ blocks }) => picturesIn(blocks).map((one) => [one.sha256, one.mediaType] as const)),
  );
  const found = new Map<string, Picture>();
  if (wanted.size === 0) return () => null;
  for await (const { hash, bytes } of captures) {
    const mediaType = wanted.get(hash);
    if (mediaType !== undefined) found.set(hash, { mediaType, base64: Buffer.from(bytes).toString('base64') });
  }
  return (sha256) => found.get(sha256) ?? null;
}
