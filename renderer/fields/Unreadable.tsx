import type { FieldProblem } from '../../shared/story/entry.ts';
import { useReadOnly } from '../session/session-context.ts';
import type { Bound } from './bound.ts';
import styles from './fields.module.css';

interface UnreadableProps {
  readonly name: string;
  readonly problem: FieldProblem;
  /** Starts writing a new value in its place. */
  readonly onReplace: (() => void) | null;
  /** What the button says that does so. */
  readonly words?: string;
}

/** Stands where a stored value could not be read: it is shown as it is, and nothing replaces it unasked. */
export function Unreadable({ name, problem, onReplace, words = 'Replace' }: UnreadableProps) {
  const isReadOnly = useReadOnly();
  return (
    <span className={styles.unreadable} role="group" aria-label={name}>
      <span className={styles.unreadableWords}>From a newer version or damaged; kept as it is.</span>{' '}
      <code className={styles.stored}>{storedWords(problem.stored)}</code>{' '}
      {onReplace !== null && !isReadOnly && (
        <button type="button" className={styles.quietAction} aria-label={`${words}: ${name}`} onClick={onReplace}>
          {words}
        </button>
      )}
    </span>
  );
}

/** The same for a list of which some items could not be read. Changing it at all would drop them: that is asked for. */
export function UnreadableList<T>({ bound }: { readonly bound: Bound<readonly T[]> }) {
  if (bound.problem === null) return null;
  const words = bound.value.length === 0 ? 'Empty the list' : 'Keep only what can be read';
  return (
    <Unreadable name={bound.name} problem={bound.problem} words={words} onReplace={() => bound.set(bound.value)} />
  );
}

const longest = 120;

/** A stored value in a form a person can recognise, cut where it is long. */
export function storedWords(stored: unknown): string {
  const words = typeof stored === 'string' ? stored : (JSON.stringify(stored) ?? 'nothing');
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
}
