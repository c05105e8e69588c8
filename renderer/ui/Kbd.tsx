import styles from './Kbd.module.css';
import { shortcutKeys } from './shortcut-words.ts';

/** The keys of a shortcut such as `Mod+Shift+Z`, in the words of this machine's keyboard. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className={styles.kbd}>{shortcutKeys(keys).join(' ')}</kbd>;
}
