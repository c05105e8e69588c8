import type { ReactNode } from 'react';
import type { EntryOf } from '../../../shared/story/sections.ts';
import { prepareRichText, RichTextView } from '../../editor/index.ts';
import { useAuthor } from '../../session/author.ts';
import { useReadOnly } from '../../session/session-context.ts';
import { IconButton, Menu, MenuItem, MenuTrigger, Moment } from '../../ui/index.ts';
import { NoteForm } from './NoteForm.tsx';
import styles from './notes.module.css';
import { useNoteBox } from './use-note-box.ts';
import type { NoteVerbs } from './use-note-verbs.ts';
import { authorOf, startOf } from './words.ts';

interface NoteViewProps {
  readonly note: EntryOf<'annotations'>;
  readonly verbs: NoteVerbs;
  readonly onRemove: () => void;
  readonly onDone: (said: string) => void;
  /** What can be done with the whole thread, beside its first note. */
  readonly children?: ReactNode;
}

/** One note: who, when, the words. One's own can be edited. */
export function NoteView({ note, verbs, onRemove, onDone, children }: NoteViewProps) {
  const me = useAuthor().name;
  const { unsent, inputRef, takesFocus, openerRef, ...box } = useNoteBox(`edit/${note.id}`);
  const author = authorOf(note);
  const own = me !== '' && note.fields.author === me;
  const isReadOnly = useReadOnly();
  const start = { text: note.fields.text };
  const { editedAt } = note.fields;
  return (
    <article aria-label={`Note by ${author}`} className={styles.note} data-note={note.id}>
      <header className={styles.noteHead}>
        <span className={styles.author}>{author}</span>
        <Moment at={note.createdAt} className={styles.time} />
        {editedAt !== null && <span className={styles.time}>edited</span>}
        <span className={styles.verbs}>
          {children}
          {!isReadOnly && (
            <MenuTrigger onOpenChange={prepareRichText}>
              <IconButton
                ref={openerRef}
                icon="more"
                label={`More for the note “${startOf(note)}”`}
                tip={false}
                className={styles.more}
              />
              <Menu
                aria-label="Note"
                placement="bottom end"
                onAction={(key) => {
                  if (key === 'edit') box.open(start);
                  else onRemove();
                }}
              >
                {own && <MenuItem id="edit">Edit</MenuItem>}
                <MenuItem id="delete" tone="danger">
                  Delete
                </MenuItem>
              </Menu>
            </MenuTrigger>
          )}
        </span>
      </header>
      {unsent === null ? (
        <div className={styles.text}>
          <RichTextView value={note.fields.text} />
        </div>
      ) : (
        <NoteForm
          name="Your note"
          text={unsent.text}
          onText={(text) => box.change({ text })}
          submitWords="Save"
          onSubmit={(text) => {
            verbs.edit(note.id, text);
            box.sent();
            onDone('Note changed');
            return Promise.resolve(true);
          }}
          onCancel={() => box.cancel(start)}
          onLeave={() => box.cancel(undefined, false)}
          inputRef={inputRef}
          takesFocus={takesFocus}
        />
      )}
    </article>
  );
}
