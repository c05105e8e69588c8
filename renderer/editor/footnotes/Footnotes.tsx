import { $getRoot, $getSelection, $isRangeSelection, COMMAND_PRIORITY_LOW, createCommand } from 'lexical';
import type { LexicalCommand, LexicalEditor, NodeKey } from 'lexical';
import { useEffect, useMemo, useState } from 'react';
import { useActions } from '../../session/actions.ts';
import { useDraftStep } from '../use-draft-step.ts';
import { FootnoteList } from './FootnoteList.tsx';
import { $createFootnoteNode, draftFootnotes } from './FootnoteNode.tsx';
import { useFootnotes } from './footnote-order.ts';
import { FootnoteWords } from './FootnoteWords.tsx';

/** Puts the sign of a footnote at the caret, and asks for its words. */
export const INSERT_FOOTNOTE_COMMAND: LexicalCommand<void> = createCommand('INSERT_FOOTNOTE');

/** The footnotes of a draft: the list of them below the text, and the words of the one that is open. */
export function Footnotes({ editor }: { readonly editor: LexicalEditor }) {
  const step = useDraftStep(editor);
  const footnotes = useMemo(() => draftFootnotes(editor), [editor]);
  const list = useFootnotes(footnotes, (all) => all.list());
  const open = useFootnotes(footnotes, (all) => all.open());
  const [section, setSection] = useState<HTMLElement | null>(null);
  useEffect(
    () =>
      editor.registerCommand(
        INSERT_FOOTNOTE_COMMAND,
        () => {
          if (!editor.isEditable()) return false;
          step(() => {
            const key = $insertFootnote();
            // Its sign has to be on the page before its words can stand below it.
            setTimeout(() => footnotes.setOpen({ key, from: 'text' }), 0);
          });
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor, footnotes, step],
  );
  useActions([
    {
      id: 'draft.footnote',
      title: 'Add a footnote',
      group: 'Drafts',
      shortcut: 'Mod+Alt+F',
      keywords: ['note', 'insert', 'endnote'],
      run: () => void editor.update(() => void editor.dispatchCommand(INSERT_FOOTNOTE_COMMAND, undefined)),
    },
  ]);
  const at = list.findIndex(({ key }) => key === open?.key);
  const footnote = list[at];
  return (
    <>
      {list.length > 0 && <FootnoteList editor={editor} list={list} onSection={setSection} />}
      {open !== null && footnote !== undefined && (
        <FootnoteWords
          key={`${open.key} ${open.from}`}
          editor={editor}
          open={open}
          footnote={footnote}
          number={at + 1}
          listed={section?.querySelectorAll('li')[at] ?? null}
        />
      )}
    </>
  );
}

/** At the end of what is selected, or of the text where the caret is nowhere. */
function $insertFootnote(): NodeKey {
  const selection = $getSelection();
  const range = $isRangeSelection(selection) ? selection : $getRoot().selectEnd();
  const { key, offset, type } = range.isBackward() ? range.anchor : range.focus;
  range.anchor.set(key, offset, type);
  range.focus.set(key, offset, type);
  const node = $createFootnoteNode([]);
  range.insertNodes([node]);
  return node.getKey();
}
