import styles from './listing.module.css';

interface ListingTitleProps {
  readonly title: string;
  /** The name of the button that opens it. */
  readonly label: string;
  /** What is said of it below its title. */
  readonly meta: string;
  readonly tabIndex?: number;
  readonly onOpen: () => void;
}

/** An entry's title in a list, which opens it, and what is said of it. */
export function ListingTitle({ title, label, meta, tabIndex, onOpen }: ListingTitleProps) {
  return (
    <div className={styles.what}>
      <button type="button" className={styles.open} aria-label={label} tabIndex={tabIndex} data-open onClick={onOpen}>
        {title}
      </button>
      <p className={styles.meta}>{meta}</p>
    </div>
  );
}
