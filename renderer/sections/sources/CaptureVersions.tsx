import { actions } from '../../session/actions.ts';
import { useEntry, useReadOnly } from '../../session/session-context.ts';
import { Button, Moment, sizeWords } from '../../ui/index.ts';
import { captureKind } from '../../captures/capture-words.ts';
import styles from './captures.module.css';
import { CopyHash } from './CopyHash.tsx';
import { SaveOriginal } from './SaveOriginal.tsx';

/** What a source was captured as, the latest first: when, what kind of file, its size and its checksum; and the way to capture it again. */
export function CaptureVersions({ id }: { readonly id: string }) {
  const captures = useEntry('sources', id)?.fields.captures ?? [];
  const isReadOnly = useReadOnly();
  if (captures.length === 0 && isReadOnly) return null;
  return (
    <section aria-labelledby="captures" className={styles.captures}>
      <header className={styles.head}>
        <h3 id="captures">{captures.length < 2 ? 'Capture' : 'Captures'}</h3>
        {!isReadOnly && (
          <Button size="small" onPress={() => actions.run('source.capture-again')}>
            {captures.length === 0 ? 'Capture…' : 'Capture again…'}
          </Button>
        )}
      </header>
      {captures.length === 0 && <p className={styles.meta}>Nothing was captured of this source yet.</p>}
      <ol className={styles.versions} aria-label="Captures, the latest first">
        {captures
          .map((capture, index) => ({ capture, index }))
          .reverse()
          .map(({ capture, index }) => (
            // A page that changed and changed back is captured twice as the same bytes.
            <li key={`${String(index)}/${capture.hash}`}>
              <span className={styles.file}>{capture.name}</span>
              <span className={styles.meta}>
                {captures.length > 1 && `${index === captures.length - 1 ? 'Latest' : `Version ${index + 1}`} · `}
                {captureKind(capture.mediaType)} · {sizeWords(capture.size)} · <Moment at={capture.capturedAt} />
              </span>
              {capture.address !== undefined && <span className={styles.meta}>From {capture.address}</span>}
              <CopyHash hash={capture.hash} />
              <SaveOriginal capture={capture} />
            </li>
          ))}
      </ol>
    </section>
  );
}
