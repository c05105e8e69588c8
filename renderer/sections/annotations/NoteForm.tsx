import { useState } from 'react';
import type { ReactNode, RefCallback } from 'react';
import { plainFromRich } from '../../../shared/story/rich-text.ts';
import type { RichText } from '../../../shared/story/rich-text.ts';
import { RichTextField } from '../../editor/index.ts';
import { Button } from '../../ui/index.ts';
import styles from './notes.module.css';
import { trimRich } from './trim-rich.ts';

interface NoteFormProps {
  /** The accessible name of the text: "Reply to Mara". */
  readonly name: string;
  readonly placeholder?: string | undefined;
  readonly text: RichText;
  readonly onText: (text: RichText) => void;
  readonly submitWords: string;
  /** Resolves with false where nothing was done and the text is to stay. */
  readonly onSubmit: (text: RichText) => Promise<boolean>;
  readonly onCancel: () => void;
  /** One turned to something else while there were no words. */
  readonly onLeave: () => void;
  readonly inputRef: RefCallback<HTMLElement>;
  /** Whether it was opened for writing just now: then the caret goes behind the words. */
  readonly takesFocus: boolean;
  /** What it is about, above the text. */
  readonly above?: ReactNode;
  /** More to choose, beside the buttons. */
  readonly children?: ReactNode;
}

/** A note being written. Mod+Enter sends it, Escape leaves it. Words keep the marks they have. */
export function NoteForm(props: NoteFormProps) {
  const { name, placeholder, text, onText, submitWords, onSubmit, onCancel, onLeave, inputRef, takesFocus } = props;
  const { above, children } = props;
  const [sending, setSending] = useState(false);
  const words = plainFromRich(text);
  const send = (): void => {
    if (sending || words.trim() === '') return;
    setSending(true);
    void onSubmit(trimRich(text)).finally(() => setSending(false));
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        // An empty box that one turns away from closes; words wait. Menus that belong to it float outside of the page.
        if (words !== '' || !(relatedTarget instanceof Element) || currentTarget.contains(relatedTarget)) return;
        if (relatedTarget.closest('#root') !== null) onLeave();
      }}
    >
      {above}
      <div className={styles.input}>
        <RichTextField
          label={name}
          value={text}
          onChange={onText}
          placeholder={placeholder}
          autoFocus={takesFocus && words.length}
          onSubmit={send}
          onCancel={onCancel}
          undo="own"
          className={styles.words}
          inputRef={inputRef}
        />
      </div>
      <div className={styles.formRow}>
        {children}
        <span className={styles.formButtons}>
          <Button size="small" variant="quiet" onPress={onCancel}>
            Cancel
          </Button>
          <Button size="small" variant="primary" type="submit" isDisabled={words.trim() === '' || sending}>
            {submitWords}
          </Button>
        </span>
      </div>
    </form>
  );
}
