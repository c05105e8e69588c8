import { Button, toasts } from '../../ui/index.ts';
import styles from './captures.module.css';
import { copyWords } from './reader/citation.ts';

/** A checksum, short, with the way to have it whole. */
export function CopyHash({ hash }: { readonly hash: string }) {
  const short = `${hash.slice(0, 8)}…${hash.slice(-4)}`;
  const copy = (): void => {
    toasts.show(
      copyWords(hash)
        ? { message: 'The checksum is on the clipboard.' }
        : { message: `The system did not take the checksum: ${hash}`, tone: 'error' },
    );
  };
  return (
    <span className={styles.meta}>
      SHA-256 <code title={hash}>{short}</code>
      <Button size="small" variant="quiet" aria-label={`Copy the checksum ${short}`} onPress={copy}>
        Copy
      </Button>
    </span>
  );
}
