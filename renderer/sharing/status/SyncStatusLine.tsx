import { useEffect, useRef, useState } from 'react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import type { SyncStatus } from '../../../shared/bridge/index.ts';
import { Button, Popover, VisuallyHidden } from '../../ui/index.ts';
import { clockWords } from '../words.ts';
import styles from './status.module.css';
import { announcement, statusWords } from './status-words.ts';

interface SyncStatusLineProps {
  readonly status: SyncStatus;
  /** "https://relay.example.org"; null while it is not known. */
  readonly relay: string | null;
  readonly isViewer?: boolean;
  readonly onRetry: () => void;
  readonly onUnlock: () => void;
  /** Opens members and invitations. */
  readonly onShare: () => void;
}

/** How it stands with a shared notebook: a few words in the foot of the window, and what they mean for who asks. */
export function SyncStatusLine({ status, relay, isViewer = false, onRetry, onUnlock, onShare }: SyncStatusLineProps) {
  const [isOpen, setOpen] = useState(false);
  const now = new Date();
  const { label, tone, meaning, way } = statusWords(status, now, isViewer);
  return (
    <span className={styles.line}>
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <Button variant="quiet" size="small" className={styles.status} aria-label={`Sharing: ${label}`}>
          <span className={styles.mark} data-tone={tone} aria-hidden="true" />
          {label}
        </Button>
        <Popover placement="top start" className={styles.about}>
          <p className={styles.title}>{label}</p>
          <p>{meaning}</p>
          <dl className={styles.facts}>
            {relay !== null && (
              <>
                <dt>Relay</dt>
                <dd>{relay}</dd>
              </>
            )}
            <dt>Last heard from</dt>
            <dd>{status.heard === null ? 'not since Backstory was started' : clockWords(status.heard, now)}</dd>
          </dl>
          <div className={styles.ways}>
            {way === 'retry' && (
              <Button size="small" onPress={onRetry}>
                Try again
              </Button>
            )}
            {way === 'unlock' && (
              <Button
                size="small"
                onPress={() => {
                  setOpen(false);
                  onUnlock();
                }}
              >
                Unlock…
              </Button>
            )}
            <Button
              size="small"
              onPress={() => {
                setOpen(false);
                onShare();
              }}
            >
              Members and invitations…
            </Button>
          </div>
        </Popover>
      </DialogTrigger>
      {way === 'unlock' && (
        <Button variant="quiet" size="small" className={styles.way} onPress={onUnlock}>
          Unlock…
        </Button>
      )}
      <Announced status={status} />
    </span>
  );
}

/** Says changes aloud that concern whoever cannot see them: cut off, connected again, stopped. */
function Announced({ status }: { readonly status: SyncStatus }) {
  const [said, say] = useState('');
  const before = useRef<SyncStatus['kind'] | null>(null);
  useEffect(() => {
    const words = announcement(status, before.current, new Date());
    // Connecting is on the way from one to the other: what was said before it counts.
    if (status.kind !== 'connecting') before.current = status.kind;
    if (words !== '') say(words);
  }, [status]);
  return (
    <VisuallyHidden>
      <span aria-live="polite">{said}</span>
    </VisuallyHidden>
  );
}
