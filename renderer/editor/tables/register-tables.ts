import { registerTablePlugin, registerTableSelectionObserver, TableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $isRootNode,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_NORMAL,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
} from 'lexical';
import type { LexicalEditor } from 'lexical';
import { $addRowAtEnd } from './table-edits.ts';
import { $tableFromLine } from './written-table.ts';

/** What every table is: rows of equally many cells, with lines in them and one to write on below it. */
export function registerTableRules(editor: LexicalEditor): () => void {
  return mergeRegister(registerTablePlugin(editor), editor.registerNodeTransform(TableNode, $keepLineBelow));
}

/**
 * The keys and the choosing of cells in tables: Tab to the next cell, and from the last one into a new row; Enter behind
 * `| Day | Cost |` makes one.
 */
export function registerTables(editor: LexicalEditor): () => void {
  return mergeRegister(
    registerTableRules(editor),
    registerTableSelectionObserver(editor),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        if (event.shiftKey || !$addRowAtEnd()) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (event?.shiftKey === true || !$tableFromLine()) return false;
        event?.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
  );
}

/** Below a table at the end of a draft one could not go on writing. */
function $keepLineBelow(table: TableNode): void {
  if (table.getNextSibling() === null && $isRootNode(table.getParent())) table.insertAfter($createParagraphNode());
}
