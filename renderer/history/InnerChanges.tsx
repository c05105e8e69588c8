import { Button, Spinner } from '../ui/index.ts';
import { DifferenceView } from './DifferenceView.tsx';
import { whatWords } from './history-words.ts';
import styles from './history.module.css';
import { useChanges } from './use-changes.ts';

/** The single changes behind one stroke, such as an import. */
export function InnerChanges({ change }: { readonly change: string }) {
  const { changes, isPending, hasMore, problem, more } = useChanges({ type: 'inside', change });
  if (problem !== null) return <p role="alert">{problem}</p>;
  if (changes.length === 0 && isPending) return <Spinner label="Reading the history" />;
  return (
    <>
      <ul className={styles.inner}>
        {changes.map((one) => (
          <li key={one.id}>
            {whatWords(one, 'named')}
            {one.type === 'one' && one.difference !== null && <DifferenceView difference={one.difference} />}
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button size="small" variant="quiet" isDisabled={isPending} onPress={more}>
          Show more
        </Button>
      )}
    </>
  );
}
