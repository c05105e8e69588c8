import { useActionList } from '../../session/actions.ts';
import { Dialog, Kbd } from '../../ui/index.ts';
import styles from './dialogs.module.css';
import { shortcutGroups } from './shortcut-groups.ts';

/** All keys that do something right now, by what they belong to. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const groups = shortcutGroups(useActionList());
  return (
    <Dialog title="Keyboard shortcuts" size="large" isOpen onOpenChange={onClose}>
      <div className={styles.keys}>
        {groups.map(({ title, rows }) => (
          <section key={title} className={styles.group} aria-label={title}>
            <h3>{title}</h3>
            <ul>
              {rows.map((row) => (
                <li key={row.words} className={styles.row}>
                  <span>{row.words}</span>
                  <Kbd keys={row.keys} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
