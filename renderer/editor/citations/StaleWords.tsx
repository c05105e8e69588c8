import type { CiteChange } from '../../../shared/citing/index.ts';
import { Button, Moment } from '../../ui/index.ts';
import styles from './citations.module.css';

interface Props {
  readonly changes: readonly CiteChange[];
  /** When it was cited or last checked, ISO 8601. */
  readonly seenAt: string;
  readonly onChecked: () => void;
}

/** Letters of a value that are shown; the whole of it stands on its entry. */
const longest = 160;

/** What changed of a cited thing since somebody looked at it. */
export function StaleWords({ changes, seenAt, onChecked }: Props) {
  return (
    <div className={styles.changes} role="group" aria-label="Changed since it was cited">
      <p className={styles.stale}>
        Changed since it was cited
        {seenAt !== '' && (
          <>
            {' '}
            (<Moment at={seenAt} />)
          </>
        )}
      </p>
      <dl>
        {changes.map(({ label, from, to }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {from === '' ? 'nothing' : <del>{short(from)}</del>} → {to === '' ? 'nothing' : <ins>{short(to)}</ins>}
            </dd>
          </div>
        ))}
      </dl>
      <Button size="small" onPress={onChecked}>
        Mark as checked
      </Button>
    </div>
  );
}

function short(words: string): string {
  return words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words;
}
