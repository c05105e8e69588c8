import { createCommand } from 'lexical';
import type { LexicalCommand } from 'lexical';

/** Asks what to cite at the caret: writes an `@` after which the menu of entries cites. */
export const CITE_COMMAND: LexicalCommand<void> = createCommand('CITE');
