import type { EntryRef } from '../../../shared/story/ref.ts';
import { useEntry, useNow, useReadOnly, useSession } from '../../session/session-context.ts';
import { Button, momentWords } from '../../ui/index.ts';
import { contestedWords } from './contested-words.ts';
import styles from './contested.module.css';
import { useDecide } from './use-decide.ts';

/** Says above an entry's details that somebody deleted it while it was being edited, and lets one decide. Nothing where nobody did. */
export function ContestedNotice({ of }: { readonly of: EntryRef }) {
  const contested = useEntry(of.kind, of.id)?.contested;
  const { author } = useSession().writer;
  const decide = useDecide();
  const isReadOnly = useReadOnly();
  const now = useNow();
  if (contested === undefined) return null;
  const run = (work: (ref: EntryRef) => void, button: Element): void => {
    // The button that has the focus goes with the notice: what stands below it gets it.
    const panel = button.closest('aside');
    work(of);
    requestAnimationFrame(() => panel?.querySelector<HTMLElement>('[role=tab][aria-selected=true], button')?.focus());
  };
  return (
    <section className={styles.notice} aria-label="Deleted while it was being edited">
      <p>
        <strong>{contestedWords(contested, author)}</strong>
        {contested.at !== null && ` (${momentWords(contested.at, now)})`}. Nothing is lost: it stays until somebody
        decides.
      </p>
      {!isReadOnly && (
        <div className={styles.buttons}>
          <Button size="small" variant="primary" onPress={({ target }) => run(decide.keep, target)}>
            Keep
          </Button>
          <Button size="small" onPress={({ target }) => run(decide.remove, target)}>
            Move to trash
          </Button>
        </div>
      )}
    </section>
  );
}
