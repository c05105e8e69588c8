import { $getNodeByKey } from 'lexical';
import type { LexicalEditor, NodeKey } from 'lexical';
import { Button } from '../../ui/index.ts';
import { focusEditor } from '../register-undo.ts';
import { RichTextView } from '../RichTextView.tsx';
import { draftFootnotes } from './FootnoteNode.tsx';
import type { PlacedFootnote } from './footnote-order.ts';
import styles from './footnotes.module.css';

interface Props {
  readonly editor: LexicalEditor;
  readonly list: readonly PlacedFootnote[];
  /** Told of the list's own element. */
  readonly onSection: (section: HTMLElement | null) => void;
}

/** All footnotes below the text, as they will stand in print. The number leads back to the sign in the text. */
export function FootnoteList({ editor, list, onSection }: Props) {
  const show = (key: NodeKey): void => {
    editor.getElementByKey(key)?.scrollIntoView({ block: 'center' });
    editor.update(() => $getNodeByKey(key)?.selectNext(0, 0));
    focusEditor(editor);
  };
  return (
    <section className={styles.list} aria-label="Footnotes" ref={onSection}>
      <h2 className={styles.heading}>Footnotes</h2>
      <ol className={styles.notes}>
        {list.map(({ key, note }, index) => (
          <li key={key} className={styles.note}>
            <button
              type="button"
              className={styles.number}
              aria-label={`Footnote ${index + 1}: show it in the text`}
              onClick={() => show(key)}
            >
              {index + 1}
            </button>
            <RichTextView value={note} className={styles.words} />
            <Button
              size="small"
              variant="quiet"
              className={styles.edit}
              aria-label={`Edit footnote ${index + 1}`}
              isDisabled={!editor.isEditable()}
              onPress={() => draftFootnotes(editor).setOpen({ key, from: 'list' })}
            >
              Edit
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
