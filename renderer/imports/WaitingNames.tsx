import styles from './imports.module.css';

/** What comes after this one, where several were brought at once. */
export function WaitingNames({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div className={styles.waiting}>
      <h3 className={styles.subheading}>Then</h3>
      <ul aria-label="Waiting">
        {names.map((name, at) => (
          // Two files of one name are still two.
          <li key={`${at}/${name}`}>{name}</li>
        ))}
      </ul>
    </div>
  );
}
