import { useState } from 'react';
import { emptyRichText, plainFromRich } from '../../../../shared/story/rich-text.ts';
import type { RichText } from '../../../../shared/story/rich-text.ts';
import { firstWords } from '../../../../shared/story/section.ts';
import { RichTextField } from '../../../editor/index.ts';
import { Button } from '../../../ui/index.ts';
import styles from './reader.module.css';

interface NoteBoxProps {
  readonly quote: string;
  readonly onSave: (note: RichText) => void;
  readonly onCancel: () => void;
}

/** A note on the words that are selected: they are highlighted when it is saved. */
export function NoteBox({ quote, onSave, onCancel }: NoteBoxProps) {
  const [note, setNote] = useState<RichText>(emptyRichText);
  const isEmpty = plainFromRich(note).trim() === '';
  const save = (): void => {
    if (!isEmpty) onSave(note);
  };
  return (
    <div className={styles.noteBox} role="group" aria-label="Note on the selection">
      <p className={styles.noteQuote}>“{firstWords(quote, '')}”</p>
      <div className={styles.noteInput}>
        <RichTextField
          label="Note on the selection"
          value={note}
          onChange={setNote}
          autoFocus
          undo="own"
          placeholder="Write a note…"
          onSubmit={save}
          onCancel={onCancel}
        />
      </div>
      <div className={styles.noteButtons}>
        <Button size="small" variant="quiet" onPress={onCancel}>
          Cancel
        </Button>
        <Button size="small" variant="primary" isDisabled={isEmpty} onPress={save}>
          Save note
        </Button>
      </div>
    </div>
  );
}
