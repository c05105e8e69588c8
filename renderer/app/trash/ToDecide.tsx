import { useRef, useState } from 'react';
import { findSection } from '../../../shared/story/sections.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { contestedWords, useDecide } from '../../fields/index.ts';
import { goToEntry } from '../../session/place-of.ts';
import { useEntry, useReadOnly, useSession, useTitle, useView } from '../../session/session-context.ts';
import { Button } from '../../ui/index.ts';
import styles from './TrashView.module.css';
import { useContested } from './use-trash.ts';

/** Rows shown at first, and added at a time. */
const pageSize = 50;

/** What somebody deleted while somebody else edited it: it is in the notebook until somebody decides. Nothing where there is none. */
export function ToDecide() {
  const contested = useContested();
  const [shown, setShown] = useState(pageSize);
  const section = useRef<HTMLElement>(null);
  if (contested.length === 0) return null;
  return (
    <section ref={section} className={styles.decide} aria-labelledby="trash-to-decide">
      <h2 id="trash-to-decide">
        {contested.length === 1
          ? '1 entry to decide about'
          : `${contested.length.toLocaleString('en')} entries to decide about`}
      </h2>
      <p className={styles.meta}>
        Somebody deleted these while somebody else was editing them. They are still in the notebook.
      </p>
      <ul className={styles.list}>
        {contested.slice(0, shown).map((ref) => (
          <Row
            key={`${ref.kind}/${ref.id}`}
            of={ref}
            onDecided={() => requestAnimationFrame(() => section.current?.querySelector('button')?.focus())}
          />
        ))}
      </ul>
      {contested.length > shown && (
        <Button size="small" className={styles.more} onPress={() => setShown(shown + pageSize)}>
          Show more
        </Button>
      )}
    </section>
  );
}

interface RowProps {
  readonly of: EntryRef;
  /** The button that had the focus is gone with the row. */
  readonly onDecided: () => void;
}

function Row({ of, onDecided }: RowProps) {
  const { reader, writer } = useSession();
  const view = useView();
  const title = useTitle(of);
  const contested = useEntry(of.kind, of.id)?.contested;
  const decide = useDecide();
  const isReadOnly = useReadOnly();
  if (title === null || contested === undefined) return null;
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <button type="button" className={styles.link} onClick={() => goToEntry(view, reader, of)}>
          {title}
        </button>
        <span className={styles.meta}>
          {findSection(of.kind)?.names.one} · {contestedWords(contested, writer.author)}
        </span>
      </span>
      {!isReadOnly && (
        <span className={styles.choices}>
          <Button
            size="small"
            aria-label={`Keep ${title}`}
            onPress={() => {
              decide.keep(of);
              onDecided();
            }}
          >
            Keep
          </Button>
          <Button
            size="small"
            variant="quiet"
            aria-label={`Move ${title} to trash`}
            onPress={() => {
              decide.remove(of);
              onDecided();
            }}
          >
            Move to trash
          </Button>
        </span>
      )}
    </li>
  );
}
