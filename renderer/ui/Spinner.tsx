import styles from './Spinner.module.css';

/** Something is on its way. `label` says what: "Opening the notebook". Appears only after a moment. */
export function Spinner({ label }: { readonly label: string }) {
  return (
    <div role="status" className={styles.spinner}>
      <span className={styles.ring} aria-hidden="true" />
      <span>{label}</span>
    </div>
  );
}
