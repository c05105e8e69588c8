import type { Bridge, SyncKeys } from '../../../shared/bridge/index.ts';
import { Dialog } from '../../ui/index.ts';
import { LockedKeys } from './LockedKeys.tsx';

interface UnlockDialogProps {
  readonly sync: Pick<Bridge['sync'], 'unlock' | 'protect'>;
  readonly encryption: Pick<Bridge['encryption'], 'keychain'>;
  readonly keys: SyncKeys;
  readonly onUnlocked: () => void;
  readonly onClose: () => void;
}

/** Unlocks the keys of shared notebooks, now or another time. */
export function UnlockDialog({ sync, encryption, keys, onUnlocked, onClose }: UnlockDialogProps) {
  return (
    <Dialog
      title="Unlock the keys"
      size="small"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <LockedKeys {...{ sync, encryption, keys, onUnlocked }} onCancel={onClose} cancelLabel="Not now" />
    </Dialog>
  );
}
