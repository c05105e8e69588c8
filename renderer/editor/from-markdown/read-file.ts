import { decodeBytes } from '../../../shared/captures/index.ts';
import { lettersIn, readDraftMarkdown } from '../../../shared/exports/index.ts';
import type { ReadDraft } from '../../../shared/exports/index.ts';
import { knownBinary } from '../../../shared/imports/index.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { DraftBlock } from '../../../shared/story/draft-block.ts';
import { mostText } from '../pasted-blocks.ts';

/** A picture of a text; null where its bytes are no base64. */
interface BroughtPicture {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** A Markdown text as it was read, with the bytes of its pictures. */
export interface BroughtMarkdown extends Omit<ReadDraft, 'pictures'> {
  readonly pictures: readonly BroughtPicture[];
  /** Whether its letters had to be guessed from its bytes. */
  readonly isGuess: boolean;
}

/** Lines and cells up to which a draft can still be opened at once. */
const mostPieces = 10_000;

/** Reads a text that was pasted: its headings are headings as they are. */
export function readPasted(text: string): BroughtMarkdown {
  return brought(readDraftMarkdown(text, { titled: false }), false);
}

/** Reads a file as a draft, or says in a sentence why it cannot be one. */
export function readFile(name: string, bytes: Uint8Array): Result<BroughtMarkdown, string> {
  const refused = (why: string): Result<never, string> => err(`No draft was made: “${name}” ${why}`);
  const binary = knownBinary(bytes);
  if (binary !== null) return refused(`is ${binary}, not text. It may be a source.`);
  const { text, isDoubtful } = decodeBytes(bytes);
  // Text has tabs and line ends, and of other control characters at most the end of a page.
  if (/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return refused('is not text.');
  if (text.trim() === '') return refused('is empty.');
  if (lettersIn(text) > mostText)
    return refused(
      `has more than ${mostText.toLocaleString('en-GB')} letters, too many for one draft. It may be a source.`,
    );
  const read = readDraftMarkdown(text);
  if (piecesIn(read.blocks) > mostPieces)
    return refused(
      `has more than ${mostPieces.toLocaleString('en-GB')} lines and cells, too many for one draft. It may be a source.`,
    );
  return ok(brought(read, isDoubtful));
}

function brought(read: ReadDraft, isGuess: boolean): BroughtMarkdown {
  return { ...read, pictures: read.pictures.map(({ name, base64 }) => ({ name, bytes: bytesOf(base64) })), isGuess };
}

/** The bytes that base64 stands for; null where it is none. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}

function piecesIn(blocks: readonly DraftBlock[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === 'list') return sum + block.items.length;
    return sum + (block.type === 'table' ? block.rows.reduce((cells, row) => cells + row.cells.length, 0) : 1);
  }, 0);
}
