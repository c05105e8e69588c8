import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import { $getNodeByKey, $isNodeSelection, $getSelection, COMMAND_PRIORITY_LOW, KEY_ENTER_COMMAND } from 'lexical';
import type { NodeKey } from 'lexical';
import { useEffect } from 'react';
import type { MouseEvent } from 'react';
import { findSection } from '../../shared/story/sections.ts';
import { useEntry, useTitle, useView } from '../session/session-context.ts';
import { classes } from '../ui/index.ts';
import styles from './EntryReference.module.css';

interface Props {
  readonly nodeKey: NodeKey;
  readonly kind: string;
  readonly id: string;
  readonly lastTitle: string;
}

/** An entry named in running text: follows its renaming; chosen by a click, or by Enter when the caret is on it. */
export function EntryReference({ nodeKey, kind, id, lastTitle }: Props) {
  const [editor] = useLexicalComposerContext();
  const [isSelected] = useLexicalNodeSelection(nodeKey);
  const view = useView();
  const title = useTitle({ kind, id });
  const gone = useGoneTitle(kind, id, lastTitle);

  useEffect(() => {
    if (!isSelected || title === null) return;
    return editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const selection = $getSelection();
        const only = $isNodeSelection(selection) && selection.getNodes().length === 1 && selection.has(nodeKey);
        if (!only) return false;
        event?.preventDefault();
        view.select({ kind, id });
        return true;
      },
      COMMAND_PRIORITY_LOW,
    );
  }, [editor, isSelected, title, nodeKey, view, kind, id]);

  const choose = (): void => {
    // The caret goes behind the reference, so that typing goes on there.
    editor.update(() => $getNodeByKey(nodeKey)?.selectNext(0, 0));
    view.select({ kind, id });
  };
  const keepCaret = (event: MouseEvent): void => event.preventDefault();

  if (title === null)
    return (
      <span className={classes(styles.gone, isSelected && styles.selected)}>
        <s>{gone}</s> <small>(no longer in the notebook)</small>
      </span>
    );
  const what = findSection(kind)?.names.one ?? 'Entry';
  return (
    <button
      type="button"
      // Reached with the caret, like the words around it; a tab stop per reference would bury the page.
      tabIndex={-1}
      className={classes(styles.reference, isSelected && styles.selected)}
      title={what}
      onMouseDown={keepCaret}
      onClick={choose}
    >
      {title}
    </button>
  );
}

/** What an entry that is not in the notebook was last called: an entry in the trash still knows, others only the text does. */
function useGoneTitle(kind: string, id: string, lastTitle: string): string {
  const entry = useEntry(kind, id);
  const title = entry === undefined ? undefined : findSection(kind)?.title(entry.fields);
  return title ?? (lastTitle === '' ? 'Unnamed entry' : lastTitle);
}
