import type { DraftBlock, DraftImage } from '../story/draft-block.ts';
import type { BriefImage, BriefPart, ImagesOf } from './brief.ts';

/** The pictures that parts show and that are there, by SHA-256. */
export function picturesOf(parts: readonly BriefPart[], images: ImagesOf | undefined): ReadonlyMap<string, BriefImage> {
  const found = new Map<string, BriefImage>();
  const drafts = parts.flatMap(({ blocks }) => blocks.flatMap((one) => (one.type === 'draft' ? one.blocks : [])));
  for (const { sha256 } of picturesIn(drafts)) {
    const image = images?.(sha256) ?? null;
    if (image !== null) found.set(sha256, image);
  }
  return found;
}

/** Every picture in a draft, those in tables too; each as often as it stands there. */
export function picturesIn(blocks: readonly DraftBlock[]): readonly DraftImage[] {
  return blocks.flatMap((block) => {
    if (block.type === 'image') return [block];
    if (block.type !== 'table') return [];
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => picturesIn(cell.blocks)));
  });
}
