import type { LexicalEditor } from 'lexical';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useActions } from '../../session/actions.ts';
import { Icon, Menu, MenuItem, MenuSeparator, MenuTrigger } from '../../ui/index.ts';
import toolbar from '../DraftToolbar.module.css';
import { focusEditor } from '../register-undo.ts';
import { useDraftStep } from '../use-draft-step.ts';
import { $editTable, $insertTable, $tableLook, isTableEdit, tableEdits } from './table-edits.ts';
import type { TableEdit, TableLook } from './table-edits.ts';

interface TableMenuProps {
  readonly editor: LexicalEditor;
  /** Whether the caret is in a table. */
  readonly inTable: boolean;
}

const insert = 'insert';
const plain: TableLook = { headerRow: false, headerColumn: false, canMerge: false, canSplit: false };
/** Behind these begins another sort of edits. */
const lastOfSort: ReadonlySet<TableEdit> = new Set(['columnAfter', 'headerColumn', 'split']);

/** Puts a table into the draft, or changes the one the caret is in. Everything is in the palette too. */
export function TableMenu({ editor, inTable }: TableMenuProps) {
  const [look, setLook] = useState(plain);
  const step = useDraftStep(editor);
  const run = (key: unknown): void => {
    if (key === insert) step($insertTable);
    else if (isTableEdit(key)) step(() => $editTable(key));
    focusEditor(editor);
  };
  useActions(
    inTable
      ? edits.map((edit) => ({
          id: `draft.table.${edit}`,
          title: inWords(edit),
          group: 'Drafts',
          keywords: ['table', 'cell'],
          run: () => run(edit),
        }))
      : [
          {
            id: 'draft.table.insert',
            title: 'Add table',
            group: 'Drafts',
            keywords: ['insert', 'rows', 'columns', 'grid'],
            run: () => run(insert),
          },
        ],
  );
  const isPossible = (edit: TableEdit): boolean =>
    edit === 'merge' ? look.canMerge : edit === 'split' ? look.canSplit : true;
  const sign = (edit: TableEdit): boolean =>
    (edit === 'headerRow' && look.headerRow) || (edit === 'headerColumn' && look.headerColumn);
  return (
    <MenuTrigger onOpenChange={(isOpen) => isOpen && setLook(editor.getEditorState().read($tableLook) ?? plain)}>
      <Button className={toolbar.tool ?? ''}>
        Table <Icon name="chevron-down" />
      </Button>
      <Menu aria-label="Table" onAction={run}>
        {inTable ? (
          edits.filter(isPossible).flatMap((edit) => [
            <MenuItem key={edit} id={edit} textValue={tableEdits[edit]}>
              {sign(edit) ? `${tableEdits[edit]}: on` : tableEdits[edit]}
            </MenuItem>,
            ...(lastOfSort.has(edit) ? [<MenuSeparator key={`${edit}-end`} />] : []),
          ])
        ) : (
          <MenuItem id={insert}>Add table</MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  );
}

const edits = Object.keys(tableEdits).filter(isTableEdit);

/** As the palette says it, where no table is around the words. */
function inWords(edit: TableEdit): string {
  if (edit === 'headerRow' || edit === 'headerColumn') return `${tableEdits[edit]} of this table on or off`;
  return edit === 'removeTable' ? 'Remove this table' : `${tableEdits[edit]} of this table`;
}
