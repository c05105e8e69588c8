import styles from './fields.module.css';

interface OfferedProps {
  readonly words: readonly string[];
  /** What they are offered for: "Category of event Salvage firm named". */
  readonly name: string;
  readonly onPick: (words: string) => void;
}

/** Words used before, to be taken with the mouse; from the keyboard the arrows put them into the field. */
export function Offered({ words, name, onPick }: OfferedProps) {
  if (words.length === 0) return null;
  return (
    <span role="group" aria-label={`Used before: ${name}`} className={styles.offered}>
      {words.map((one) => (
        <button
          key={one}
          type="button"
          tabIndex={-1}
          className={styles.offer}
          // The field keeps the focus, or leaving it would store what is typed so far.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(one)}
        >
          {one}
        </button>
      ))}
    </span>
  );
}
