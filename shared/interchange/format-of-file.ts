import { fileText } from './file-text.ts';
import { formatOf } from './format.ts';
import type { InterchangeFormat } from './format.ts';

/** The form of a file of references or annotations; null where it is none, or no text at all. */
export function formatOfFile(bytes: Uint8Array, name: string): InterchangeFormat | null {
  const decoded = fileText(bytes);
  return decoded.ok ? formatOf(decoded.value.text, name) : null;
}
