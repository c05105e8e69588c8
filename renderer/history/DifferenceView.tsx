import type { Difference, DifferencePart } from '../../shared/history/difference.ts';
import { VisuallyHidden } from '../ui/index.ts';
import styles from './history.module.css';

interface DifferenceViewProps {
  readonly difference: Difference;
  /** `past`: only what stood there before, what is gone marked; `present`: only what stands there now, what is new marked. */
  readonly side?: 'both' | 'past' | 'present';
}

/** A difference in reading order: what was added is underlined, what was removed struck through, and both are named. */
export function DifferenceView({ difference, side = 'both' }: DifferenceViewProps) {
  const { parts, marksOnly } = difference;
  if (marksOnly) return <p className={styles.quiet}>The words are the same; only bold, italic or links differ.</p>;
  const hidden = side === 'past' ? 'added' : side === 'present' ? 'removed' : null;
  const shown = parts.filter(({ kind }) => kind !== hidden);
  if (shown.length === 0) return <p className={styles.quiet}>Nothing</p>;
  return (
    <p className={styles.difference}>
      {shown.map((part, index) => (
        // Parts have no identity but their place.
        <Part key={index} part={part} />
      ))}
    </p>
  );
}

function Part({ part }: { readonly part: DifferencePart }) {
  switch (part.kind) {
    case 'same':
      return <>{part.text}</>;
    case 'folded':
      return (
        <span className={styles.folded}>
          {' '}
          … {part.words.toLocaleString('en')} {part.words === 1 ? 'word' : 'words'} …{' '}
        </span>
      );
    case 'added':
      return (
        <ins className={styles.added}>
          <VisuallyHidden>added: </VisuallyHidden>
          {part.text}
        </ins>
      );
    case 'removed':
      return (
        <del className={styles.removed}>
          <VisuallyHidden>removed: </VisuallyHidden>
          {part.text}
        </del>
      );
  }
}
