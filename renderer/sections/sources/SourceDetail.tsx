import { EntryFields } from '../../fields/index.ts';
import { useEntry } from '../../session/session-context.ts';
import { momentWords, sizeWords } from '../../ui/index.ts';
import styles from './sources.module.css';

/** Everything known of a source, and what was captured of it. */
export function SourceDetail({ id }: { readonly id: string }) {
  const captures = useEntry('sources', id)?.fields.captures ?? [];
  return (
    <>
      <EntryFields kind="sources" id={id} />
      {captures.length > 0 && (
        <section aria-labelledby="captures" className={styles.captures}>
          <h3 id="captures">{captures.length === 1 ? 'Capture' : 'Captures'}</h3>
          <ul>
            {captures.map((capture) => (
              <li key={capture.hash}>
                <span className={styles.file}>{capture.name}</span>
                <span className={styles.meta}>
                  {sizeWords(capture.size)} · captured {momentWords(capture.capturedAt, new Date())}
                </span>
                <span className={styles.hash}>SHA-256 {capture.hash}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
