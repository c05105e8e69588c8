import type { DraftBlock } from '../../../shared/story/draft-block.ts';
import { toasts } from '../../ui/index.ts';
import { linesOf } from '../pasted-blocks.ts';
import { bringMarkdown, wordsOfMarkdown } from './bring-markdown.ts';
import type { MarkdownPlace } from './bring-markdown.ts';
import { readInWorker } from './read-in-worker.ts';

/** The blocks of a Markdown text that is pasted, and in a message what did not come along. Where it cannot be read, its lines as they are. */
export async function pastedMarkdown(text: string, place: MarkdownPlace | null): Promise<readonly DraftBlock[]> {
  const read = await readInWorker({ text });
  if (!read.ok) return linesOf(text);
  const { blocks, remarks } = place === null ? wordsOfMarkdown(read.value) : await bringMarkdown(read.value, place);
  if (remarks.length > 0) toasts.show({ message: `Pasted. ${remarks.join(' ')}` });
  return blocks;
}
