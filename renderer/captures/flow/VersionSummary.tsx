import styles from './flow.module.css';

interface VersionSummaryProps {
  /** Nothing was captured of the source before. */
  readonly isFirst: boolean;
  /** The file is what was captured last, to the last byte. */
  readonly isUnchanged: boolean;
  /** Only what is around the text changed. */
  readonly readsTheSame: boolean;
}

/** What capturing a source again has found. */
export function VersionSummary({ isFirst, isUnchanged, readsTheSame }: VersionSummaryProps) {
  if (isFirst)
    return <p className={styles.words}>It becomes what this source is read from. Its details stay as they are.</p>;
  if (isUnchanged) {
    return (
      <p className={styles.words}>
        Nothing has changed: this is what was captured last, to the last byte. No version is added.
      </p>
    );
  }
  return (
    <p className={styles.words}>
      {readsTheSame ? 'The file is another one, but its text reads as before.' : 'It is not what was captured last.'} It
      is added as a new version; what was captured before stays, with its highlights.
    </p>
  );
}
