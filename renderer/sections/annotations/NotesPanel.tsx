import { useRef, useState } from 'react';
import { refKey } from '../../../shared/story/ref.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { useThreads } from '../../session/notes-index.ts';
import type { NoteThread } from '../../session/notes-index.ts';
import { useReadOnly } from '../../session/session-context.ts';
import { Disclosure, VisuallyHidden } from '../../ui/index.ts';
import { NewNote } from './NewNote.tsx';
import styles from './notes.module.css';
import { Thread } from './Thread.tsx';
import { useInTextOrder } from './use-in-text-order.ts';
import { useNoteVerbs } from './use-note-verbs.ts';

interface NotesPanelProps {
  /** What the notes are about: an entry, one of its fields, or the whole notebook. */
  readonly target: EntryRef;
}

/** The notes about an entry: open threads, the way to begin one, and what was resolved. */
export function NotesPanel({ target }: NotesPanelProps) {
  return <Notes key={refKey(target)} target={target} />;
}

function Notes({ target }: NotesPanelProps) {
  const threads = useInTextOrder(useThreads(target));
  const verbs = useNoteVerbs();
  const panel = useRef<HTMLElement>(null);
  const isReadOnly = useReadOnly();
  const [said, setSaid] = useState({ words: '', times: 0 });
  const open = threads.filter((thread) => !thread.isResolved);
  const resolved = threads.filter((thread) => thread.isResolved);
  const onDone = (words: string, left?: 'left'): void => {
    setSaid((before) => ({ words, times: before.times + 1 }));
    // What had the focus is somewhere else now.
    if (left !== undefined) panel.current?.focus({ preventScroll: true });
  };
  const list = (shown: readonly NoteThread[], label: string) => (
    <ul className={styles.threads} aria-label={label}>
      {shown.map((thread) => (
        <Thread key={thread.root.id} thread={thread} verbs={verbs} onDone={onDone} />
      ))}
    </ul>
  );
  return (
    <section ref={panel} aria-label="Notes" tabIndex={-1} className={styles.panel}>
      {threads.length === 0 && (
        <p className={styles.empty}>
          {isReadOnly
            ? 'No notes on this.'
            : 'No notes yet. Doubts, agreements, what to check next: they stay beside the story.'}
        </p>
      )}
      {open.length > 0 && list(open, 'Open threads')}
      {!isReadOnly && <NewNote target={target} isQuiet={open.length > 0} verbs={verbs} onDone={onDone} />}
      {resolved.length > 0 && (
        <Disclosure title={`${resolved.length} resolved`} className={styles.folded}>
          {list(resolved, 'Resolved threads')}
        </Disclosure>
      )}
      <VisuallyHidden>
        <span role="status">
          <span key={said.times}>{said.words}</span>
        </span>
      </VisuallyHidden>
    </section>
  );
}
