import type { FieldDifference } from '../../shared/imports/index.ts';
import { VisuallyHidden } from '../ui/index.ts';
import styles from './imports.module.css';

/** Field by field: what the notebook says, and what the page says. Words mark them, not only looks. */
export function Differences({ differences }: { readonly differences: readonly FieldDifference[] }) {
  if (differences.length === 0) return null;
  return (
    <dl className={styles.differences}>
      {differences.map(({ field, label, before, after }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>
            {before !== '' && (
              <>
                <VisuallyHidden>In the notebook: </VisuallyHidden>
                <del className={styles.before}>{before}</del>{' '}
              </>
            )}
            <VisuallyHidden>On the page: </VisuallyHidden>
            <ins className={styles.after}>{after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
