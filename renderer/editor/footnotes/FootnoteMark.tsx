import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_LOW, KEY_ENTER_COMMAND } from 'lexical';
import type { NodeKey } from 'lexical';
import { useEffect } from 'react';
import type { MouseEvent } from 'react';
import { plainFromRich } from '../../../shared/story/rich-text.ts';
import type { RichText } from '../../../shared/story/rich-text.ts';
import { classes } from '../../ui/index.ts';
import { useChosenNode } from '../use-chosen-node.ts';
import { useFootnotes } from './footnote-order.ts';
import type { FootnoteOrder } from './footnote-order.ts';
import styles from './footnotes.module.css';

interface Props {
  readonly nodeKey: NodeKey;
  readonly note: RichText;
  readonly footnotes: FootnoteOrder;
}

/** The sign of a footnote as it stands in the text: its number. A click, or Enter with the caret on it, opens its words. */
export function FootnoteMark({ nodeKey, note, footnotes }: Props) {
  const [editor] = useLexicalComposerContext();
  const number = useFootnotes(footnotes, (all) => all.numberOf(nodeKey));
  const isChosen = useChosenNode(editor, nodeKey);
  const open = (): void => {
    if (editor.isEditable()) footnotes.setOpen({ key: nodeKey, from: 'text' });
  };
  useEffect(() => {
    if (!isChosen) return;
    return editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        event?.preventDefault();
        footnotes.setOpen({ key: nodeKey, from: 'text' });
        return true;
      },
      COMMAND_PRIORITY_LOW,
    );
  }, [editor, footnotes, isChosen, nodeKey]);
  const keepCaret = (event: MouseEvent): void => event.preventDefault();
  return (
    <button
      type="button"
      // Reached with the caret, like the words around it.
      tabIndex={-1}
      className={classes(styles.sign, isChosen && styles.chosen)}
      aria-label={`Footnote ${number}`}
      aria-haspopup="dialog"
      title={plainFromRich(note)}
      onMouseDown={keepCaret}
      onClick={open}
    >
      {number === 0 ? '*' : number}
    </button>
  );
}
