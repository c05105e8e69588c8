import { prepareRichText } from '../../editor/index.ts';
import type { NoteThread } from '../../session/notes-index.ts';
import { NoteForm } from './NoteForm.tsx';
import styles from './notes.module.css';
import { useNoteBox } from './use-note-box.ts';
import type { NoteVerbs } from './use-note-verbs.ts';
import { authorOf, startOf } from './words.ts';

interface ReplyProps {
  readonly thread: NoteThread;
  readonly verbs: NoteVerbs;
  readonly onDone: (said: string) => void;
}

/** The way to answer in a thread. */
export function Reply({ thread, verbs, onDone }: ReplyProps) {
  const { unsent, inputRef, takesFocus, openerRef, ...box } = useNoteBox(`reply/${thread.root.id}`);
  const name = `Reply to ${authorOf(thread.root)}`;
  if (unsent === null) {
    return (
      <button
        ref={openerRef}
        type="button"
        className={styles.opener}
        aria-label={`${name}: ${startOf(thread.root)}`}
        onPointerEnter={prepareRichText}
        onFocus={prepareRichText}
        onClick={() => box.open()}
      >
        Reply…
      </button>
    );
  }
  return (
    <NoteForm
      name={name}
      text={unsent.text}
      onText={(text) => box.change({ text })}
      submitWords="Reply"
      onSubmit={async (text) => {
        const done = await verbs.reply(thread, text);
        if (done) {
          box.sent();
          onDone('Reply added');
        }
        return done;
      }}
      onCancel={() => box.cancel()}
      onLeave={() => box.cancel(undefined, false)}
      inputRef={inputRef}
      takesFocus={takesFocus}
    />
  );
}
