import { useEffect, useState } from 'react';
import type { Bridge, ResultOf } from '../../../shared/bridge/index.ts';
import { Dialog } from '../../ui/index.ts';
import styles from './dialogs.module.css';

/** What this is, and its versions for whoever is asked for help. */
export function About({ bridge, onClose }: { readonly bridge: Bridge; readonly onClose: () => void }) {
  const [info, setInfo] = useState<ResultOf<'app.info'> | null>(null);
  useEffect(() => {
    void bridge.app.info().then(setInfo);
  }, [bridge]);
  return (
    <Dialog title="About Backstory" size="small" isOpen onOpenChange={onClose}>
      <p className={styles.words}>
        A research notebook for stories that are still developing. Your notebooks stay on this computer; what you share
        goes to those you invite, encrypted.
      </p>
      {info !== null && (
        <dl className={styles.facts}>
          <dt>Version</dt>
          <dd>{info.version}</dd>
          <dt>Electron</dt>
          <dd>{info.electron || 'none: in a browser'}</dd>
          <dt>Chromium</dt>
          <dd>{info.chromium || navigator.userAgent}</dd>
          <dt>System</dt>
          <dd>{info.platform}</dd>
        </dl>
      )}
    </Dialog>
  );
}
