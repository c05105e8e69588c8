import type { EntryRef } from '../../../shared/story/ref.ts';
import { firstWords } from '../../../shared/story/section.ts';
import { draftComments, useDraftComments } from '../../session/draft-comments.ts';
import { goToEntry } from '../../session/place-of.ts';
import { useReadOnly, useSession, useView } from '../../session/session-context.ts';
import styles from './notes.module.css';
import { Quoted } from './Quoted.tsx';

interface QuotedWordsProps {
  /** The first note of the thread. */
  readonly note: string;
  /** The draft. */
  readonly about: EntryRef;
  readonly words: string;
}

/** The words of a draft that a thread is about. Pressed, they are shown where they stand; those that are gone are kept here. */
export function QuotedWords({ note, about, words }: QuotedWordsProps) {
  const { begins } = useDraftComments();
  const { reader } = useSession();
  const view = useView();
  const isReadOnly = useReadOnly();
  if (isReadOnly) return <Quoted words={words} />;
  if (begins.get(note) === null)
    return (
      <p className={styles.gone}>
        <Quoted words={words} />
        These words are gone from the text.
      </p>
    );
  const show = (): void => {
    const { view: name, open } = view.place();
    if (name !== 'drafts' || open !== about.id) goToEntry(view, reader, about);
    draftComments.show(note);
  };
  return (
    <button
      type="button"
      className={styles.show}
      aria-label={`Show in the text: ${firstWords(words, '')}`}
      onClick={show}
    >
      <Quoted words={words} />
    </button>
  );
}
