import { withKnownEntries } from '../../../shared/exports/index.ts';
import type { DraftBlock, DraftImage } from '../../../shared/story/draft-block.ts';
import { plainFromRich } from '../../../shared/story/rich-text.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import type { CaptureStore } from '../../persistence/captures.ts';
import { storePicture } from '../images/store-picture.ts';
import type { PicturePlace } from '../images/store-picture.ts';
import type { BroughtMarkdown } from './read-file.ts';
import { remarksOn } from './remarks.ts';

/** The notebook that a text is brought into. */
export interface MarkdownPlace extends PicturePlace {
  readonly captures: Pick<CaptureStore, 'put' | 'get'>;
  /** Whether the notebook has an entry, be it in the trash. */
  readonly isKnown: (ref: EntryRef) => boolean;
}

/** What a text is in a notebook, and what one should know of it: a sentence for each kind of thing that is not as it was. */
export interface BroughtBlocks {
  readonly blocks: readonly DraftBlock[];
  readonly remarks: readonly string[];
}

/**
 * Brings what was read into a notebook: its pictures are stored before a block names them, and what the notebook does not have is words.
 * Throws nothing.
 */
export async function bringMarkdown(read: BroughtMarkdown, place: MarkdownPlace): Promise<BroughtBlocks> {
  const { blocks, strangers } = withKnownEntries(read, place.isKnown);
  const stored = new Map<string, Picture | null>();
  const done: DraftBlock[] = [];
  let lost = 0;
  for (const block of blocks) {
    if (block.type !== 'image') {
      done.push(block);
      continue;
    }
    const picture = stored.has(block.sha256) ? stored.get(block.sha256) : await storedPicture(block, read, place);
    stored.set(block.sha256, picture ?? null);
    if (picture === null || picture === undefined) {
      lost += 1;
      done.push(...wordsOf(block));
    } else done.push({ ...block, ...picture });
  }
  return { blocks: done, remarks: remarksOn(read, { strangers, lost }) };
}

/** As `bringMarkdown`, for a text that holds words alone. */
export function wordsOfMarkdown(read: BroughtMarkdown): BroughtBlocks {
  const { blocks } = withKnownEntries(read, () => false);
  const lost = blocks.filter(({ type }) => type === 'image').length;
  return {
    blocks: blocks.flatMap((block) => (block.type === 'image' ? wordsOf(block) : [block])),
    remarks: remarksOn(read, { strangers: 0, lost }),
  };
}

type Picture = Pick<DraftImage, 'sha256' | 'mediaType' | 'width' | 'height'>;

async function storedPicture(
  block: DraftImage,
  { pictures }: BroughtMarkdown,
  place: MarkdownPlace,
): Promise<Picture | null> {
  const bytes = pictures.find(({ name }) => name === block.sha256)?.bytes ?? null;
  if (bytes === null) {
    // One that is only named is shown where the notebook has it. It is not stored: a file must not name what then goes to a team.
    const isHere = /^[0-9a-f]{64}$/.test(block.sha256) && (await place.captures.get(place.notebook, block.sha256)).ok;
    return isHere ? block : null;
  }
  const stored = await storePicture(new Blob([bytes]), place);
  if (!stored.ok) return null;
  const { sha256, mediaType, width, height } = stored.value;
  return { sha256, mediaType, width, height };
}

/** What is left of a picture that cannot be shown. */
function wordsOf({ alt, caption }: DraftImage): readonly DraftBlock[] {
  const text = [...new Set([alt, plainFromRich(caption)])].filter((words) => words.trim() !== '').join(': ');
  return text === '' ? [] : [{ type: 'paragraph', spans: [{ text }] }];
}
