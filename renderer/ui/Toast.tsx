import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './Toast.module.css';
import { classes } from './classes.ts';
import { toasts, toastTime } from './toast-queue.ts';
import type { ShownToast } from './toast-queue.ts';

/** Where toasts appear. Mounted once by the shell; everyone else calls `toasts.show`. */
export function ToastRegion() {
  const shown = useSyncExternalStore(
    (listener) => toasts.onChange(listener),
    () => toasts.list(),
  );
  return (
    <section aria-label="Messages" className={styles.region}>
      <div role="log" aria-live="polite" aria-relevant="additions" className={styles.list}>
        {shown.map((toast) => (
          <Toast key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  );
}

function Toast({ toast }: { readonly toast: ShownToast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const time = toastTime(toast);
    // A message that is pointed at or focused is being read.
    if (time === null || held) return;
    const timer = setTimeout(() => toasts.close(toast.id), time);
    return () => clearTimeout(timer);
  }, [toast, held]);
  const { action } = toast;
  return (
    <div
      className={classes(styles.toast, toast.tone === 'error' && styles.error)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.words}>{toast.message}</span>
      {action !== undefined && (
        <Button
          size="small"
          onPress={() => {
            toasts.close(toast.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label="Close message" tip={false} onPress={() => toasts.close(toast.id)} />
    </div>
  );
}
