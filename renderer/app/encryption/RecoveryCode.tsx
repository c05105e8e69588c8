import styles from './encryption.module.css';

/** A recovery code, in the groups it is written down in. */
export function RecoveryCode({ code }: { readonly code: string }) {
  return (
    <div className={styles.code} role="group" aria-label="Recovery code">
      {code.split('-').map((group, at) => (
        <span key={at}>{group}</span>
      ))}
    </div>
  );
}
