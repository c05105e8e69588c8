import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  /** What belongs here: "No events yet". */
  readonly title: string;
  /** A sentence more. */
  readonly children?: ReactNode;
  /** The first step, as a button. */
  readonly action?: ReactNode;
}

/** What an empty panel says: what belongs there, and the first step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.words}>{children}</div>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
