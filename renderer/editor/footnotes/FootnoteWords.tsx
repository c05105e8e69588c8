import { $getNodeByKey, SKIP_DOM_SELECTION_TAG } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { useMemo } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { plainFromRich } from '../../../shared/story/rich-text.ts';
import type { RichText } from '../../../shared/story/rich-text.ts';
import { Button, Popover } from '../../ui/index.ts';
import { focusEditor } from '../register-undo.ts';
import { RichTextField } from '../RichTextField.tsx';
import { useDraftStep } from '../use-draft-step.ts';
import { useSettled } from '../use-settled.ts';
import { $isFootnoteNode, draftFootnotes } from './FootnoteNode.tsx';
import type { OpenFootnote, PlacedFootnote } from './footnote-order.ts';
import styles from './footnotes.module.css';

interface Props {
  readonly editor: LexicalEditor;
  readonly open: OpenFootnote;
  readonly footnote: PlacedFootnote;
  readonly number: number;
  /** Where it stands in the list below the text. */
  readonly listed: HTMLElement | null;
}

/** The words of one footnote, at its sign or in the list. Stored as one writes; one that is left without words goes. */
export function FootnoteWords({ editor, open, footnote, number, listed }: Props) {
  const { key } = footnote;
  const step = useDraftStep(editor);
  const anchor = useMemo(
    () => ({ current: open.from === 'list' ? listed : editor.getElementByKey(key) }),
    [editor, open.from, listed, key],
  );
  const words = useSettled(footnote.note, (note: RichText) => {
    editor.update(
      () => {
        const node = $getNodeByKey(key);
        if ($isFootnoteNode(node)) node.setNote(note);
      },
      // The caret is in the words of the footnote meanwhile; at once, so that no other update goes without its caret.
      { tag: SKIP_DOM_SELECTION_TAG, discrete: true },
    );
  });
  /** @param goOn with the caret in the text */
  const leave = (goOn = open.from === 'text'): void => {
    draftFootnotes(editor).setOpen(null);
    if (goOn) focusEditor(editor);
  };
  const remove = (): void => {
    // A step of its own: who takes it back wants the footnote as it was, and nothing else of what was just written.
    step(() => {
      const node = $getNodeByKey(key);
      node?.selectNext(0, 0);
      node?.remove();
    });
    leave();
  };
  const isEmpty = plainFromRich(words.shown).trim() === '';
  const close = (): void => {
    words.settle();
    if (isEmpty) return remove();
    if (open.from === 'text') editor.update(() => $getNodeByKey(key)?.selectNext(0, 0));
    leave();
  };
  const showInList = (): void => {
    if (isEmpty) return close();
    words.settle();
    leave(false);
    // Once what closes has given the focus back.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        listed?.scrollIntoView({ block: 'center' });
        listed?.querySelector('button')?.focus();
      }),
    );
  };
  return (
    <Popover triggerRef={anchor} isOpen placement="bottom start" onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog aria-label={`Footnote ${number}`}>
        {/* Whatever takes the focus away, what was written is stored by then. */}
        <div className={styles.form} onBlur={words.settle}>
          <div className={styles.input}>
            <RichTextField
              label={`Text of footnote ${number}`}
              placeholder="What stands at the foot of the page"
              value={words.shown}
              onChange={words.change}
              autoFocus
              undo="own"
              onSubmit={close}
              onCancel={close}
            />
          </div>
          <div className={styles.buttons}>
            <Button size="small" variant="quiet" onPress={remove}>
              Delete footnote
            </Button>
            {open.from === 'text' && (
              <Button size="small" variant="quiet" onPress={showInList}>
                Show in the list
              </Button>
            )}
            <Button size="small" variant="primary" onPress={close}>
              Done
            </Button>
          </div>
        </div>
      </Dialog>
    </Popover>
  );
}
