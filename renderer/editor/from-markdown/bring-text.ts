import type { DraftBlock } from '../../../shared/story/draft-block.ts';
import type { NamedInTexts } from '../../../shared/story/import-draft.ts';
import { bringMarkdown } from './bring-markdown.ts';
import type { BroughtBlocks, MarkdownPlace } from './bring-markdown.ts';
import { bytesOf } from './read-file.ts';

/** As `bringMarkdown`, for one of the texts of a notebook that came as Markdown. */
export async function bringText(
  blocks: readonly DraftBlock[],
  { pictures, titles }: NamedInTexts,
  place: MarkdownPlace,
): Promise<BroughtBlocks> {
  const shown = new Set(blocks.flatMap((block) => (block.type === 'image' ? [block.sha256] : [])));
  return await bringMarkdown(
    {
      title: '',
      blocks,
      titles,
      pictures: pictures
        .filter(({ name }) => shown.has(name))
        .map(({ name, base64 }) => ({ name, bytes: bytesOf(base64) })),
      // What the file lost was said in its preview.
      leftOut: { linkedPictures: 0, lostPictures: 0, dividers: 0, comments: 0 },
      isGuess: false,
    },
    place,
  );
}
