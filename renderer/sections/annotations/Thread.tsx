import type { NoteThread } from '../../session/notes-index.ts';
import { useReadOnly } from '../../session/session-context.ts';
import { Button, classes, Moment } from '../../ui/index.ts';
import { NoteView } from './NoteView.tsx';
import styles from './notes.module.css';
import { QuotedWords } from './QuotedWords.tsx';
import { Reply } from './Reply.tsx';
import type { NoteVerbs } from './use-note-verbs.ts';
import { useChosenThread } from './use-chosen-thread.ts';
import { fieldLabel, startOf } from './words.ts';

interface ThreadProps {
  readonly thread: NoteThread;
  readonly verbs: NoteVerbs;
  /** Said to those who cannot see it. The thread may have left its place with it. */
  readonly onDone: (said: string, left?: 'left') => void;
}

/** A note and what was replied to it. A resolved one says who settled it and can be opened again. */
export function Thread({ thread, verbs, onDone }: ThreadProps) {
  const { root, replies, isResolved, isHeadless, target } = thread;
  const field = fieldLabel(target);
  const isReadOnly = useReadOnly();
  const { place } = root.fields;
  const { item, isChosen } = useChosenThread(root.id);
  const remove = (id: string): void => {
    verbs.remove(thread, id);
    onDone('Note deleted', 'left');
  };
  const resolve = async (): Promise<void> => {
    if (await verbs.resolve(thread)) onDone('Thread resolved', 'left');
  };
  const reopen = (): void => {
    verbs.reopen(thread);
    onDone('Thread reopened', 'left');
  };
  return (
    <li
      ref={item}
      tabIndex={-1}
      className={classes(styles.thread, isChosen && styles.chosen)}
      aria-label={`Thread: ${startOf(root)}`}
      aria-current={isChosen || undefined}
    >
      {place !== null && <QuotedWords note={root.id} about={target} words={place.quote.exact} />}
      {field !== null && <p className={styles.field}>On {field}</p>}
      {isHeadless && <p className={styles.field}>The note this replies to is in the trash.</p>}
      <NoteView note={root} verbs={verbs} onRemove={() => remove(root.id)} onDone={onDone}>
        {!isResolved && !isReadOnly && (
          <Button size="small" variant="quiet" className={styles.verb} onPress={() => void resolve()}>
            Resolve
          </Button>
        )}
      </NoteView>
      {replies.map((reply) => (
        <NoteView key={reply.id} note={reply} verbs={verbs} onRemove={() => remove(reply.id)} onDone={onDone} />
      ))}
      {isResolved ? (
        <p className={styles.resolved}>
          <span>
            Resolved{root.fields.resolvedBy !== '' && ` by ${root.fields.resolvedBy}`},{' '}
            <Moment at={root.fields.resolvedAt ?? ''} />
          </span>
          {!isReadOnly && (
            <Button size="small" variant="quiet" className={styles.verb} onPress={reopen}>
              Reopen
            </Button>
          )}
        </p>
      ) : isReadOnly ? null : (
        <Reply thread={thread} verbs={verbs} onDone={onDone} />
      )}
    </li>
  );
}
