import type { ReactNode } from 'react';
import { Disclosure } from '../ui/index.ts';
import styles from './Failure.module.css';

export interface FailureProps {
  /** What happened. */
  readonly title: string;
  /** What is safe, and what to do. */
  readonly children: ReactNode;
  /** Buttons: the way on first. */
  readonly actions: ReactNode;
  /** For whoever is asked for help; hidden until wanted. */
  readonly details?: string | undefined;
}

/** Something did not work, said so that one knows what happened, what is safe and what to do. */
export function Failure({ title, children, actions, details }: FailureProps) {
  return (
    <div role="alert" className={styles.failure}>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.words}>{children}</div>
      <div className={styles.actions}>{actions}</div>
      {details !== undefined && details !== '' && (
        <Disclosure title="Technical details">
          <pre className={styles.details}>{details}</pre>
        </Disclosure>
      )}
    </div>
  );
}
