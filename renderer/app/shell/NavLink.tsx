import { Link } from 'react-aria-components/Link';
import styles from './Navigation.module.css';

interface NavLinkProps {
  readonly children: string;
  readonly isCurrent: boolean;
  readonly onPress: () => void;
  /** How many things it leads to; shown beside the name, not part of it. */
  readonly count?: number | undefined;
  /** Quieter than the rest: "All 38 sources". */
  readonly quiet?: boolean;
}

/** One row of the list of contents. */
export function NavLink({ children, isCurrent, onPress, count, quiet = false }: NavLinkProps) {
  return (
    <Link
      className={styles.link ?? ''}
      onPress={onPress}
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
      {...(quiet ? { 'data-quiet': true } : {})}
    >
      <span className={styles.name}>{children}</span>
      {count !== undefined && count > 0 && (
        <span className={styles.count} aria-hidden="true">
          {count}
        </span>
      )}
    </Link>
  );
}
