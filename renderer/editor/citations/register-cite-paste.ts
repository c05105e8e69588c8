import { $getSelection, $isRangeSelection, COMMAND_PRIORITY_NORMAL, PASTE_COMMAND } from 'lexical';
import type { LexicalEditor } from 'lexical';
import type { ShownNotebook } from '../../session/shown-notebook.ts';
import { citeClipboardType, citesFromClipboard } from './cite-clipboard.ts';
import { $insertCites } from './insert-cites.ts';

/** Takes in what was cited in a source as a citation; of another notebook, or of what is gone, only the words are taken in. */
export function registerCitePaste(editor: LexicalEditor, { id, reader }: ShownNotebook): () => void {
  return editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      const data = 'clipboardData' in event ? event.clipboardData : null;
      if (data === null || !$isRangeSelection($getSelection())) return false;
      const cites = citesFromClipboard(id, data.getData(citeClipboardType)).filter(
        ({ ref }) => reader.resolve(ref) !== undefined,
      );
      if (cites.length === 0) return false;
      event.preventDefault();
      $insertCites(cites);
      return true;
    },
    COMMAND_PRIORITY_NORMAL,
  );
}
