import type { EntryRef } from '../../../shared/story/ref.ts';
import { useEntry, useTitle } from '../../session/session-context.ts';
import styles from './evidence.module.css';

/** What is to be evidence: the words of the passage and its source, or the whole source. */
export function EndQuote({ from }: { readonly from: EntryRef | null }) {
  return from?.kind === 'passages' ? <PassageQuote id={from.id} /> : <SourceTitle from={from} />;
}

function PassageQuote({ id }: { readonly id: string }) {
  const passage = useEntry('passages', id);
  const source = useTitle(passage?.fields.source ?? { kind: 'sources', id: '' });
  return (
    <figure className={styles.given}>
      <blockquote dir="auto">“{passage?.fields.quote?.exact ?? ''}”</blockquote>
      <figcaption>{source ?? 'A source that is not in the notebook now'}</figcaption>
    </figure>
  );
}

function SourceTitle({ from }: { readonly from: EntryRef | null }) {
  const title = useTitle(from ?? { kind: 'sources', id: '' });
  return (
    <div className={styles.given}>
      <p className={styles.givenTitle}>{title ?? 'A source that is not in the notebook now'}</p>
      <p>Whole source</p>
    </div>
  );
}
