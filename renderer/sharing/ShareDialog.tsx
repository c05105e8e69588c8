import type { Bridge } from '../../shared/bridge/index.ts';
import { useShared, useSync, useSyncKeys } from '../sync/index.ts';
import { Dialog, Spinner } from '../ui/index.ts';
import { LockedKeys } from './keys/LockedKeys.tsx';
import { Members } from './members/Members.tsx';
import type { Person } from './person.ts';
import { ShareSetup } from './ShareSetup.tsx';

interface ShareDialogProps {
  readonly bridge: Bridge;
  readonly notebook: string;
  readonly title: string;
  readonly person: Person;
  readonly onClose: () => void;
}

/** Everything about sharing the open notebook: making its room, then members and invitations. */
export function ShareDialog(props: ShareDialogProps) {
  return (
    <Dialog
      title={`Share “${props.title}”`}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Inside {...props} />
    </Dialog>
  );
}

function Inside({ bridge, notebook, title, person, onClose }: ShareDialogProps) {
  const { sync, shared } = useSync();
  const keys = useSyncKeys();
  const list = useShared();
  const share = list.find((one) => one.notebook === notebook);
  const look = (): void => void shared.refresh();
  if (keys === null) return <Spinner label="Looking for the keys" />;
  if (keys.kind === 'locked')
    return (
      <LockedKeys
        {...{ sync, keys }}
        encryption={bridge.encryption}
        onUnlocked={look}
        onCancel={onClose}
        cancelLabel="Cancel"
      />
    );
  if (share === undefined)
    return (
      <ShareSetup
        {...{ bridge, notebook, title, keys, person }}
        knownRelay={list[0]?.relay ?? ''}
        onShared={look}
        onCancel={onClose}
      />
    );
  return <Members key={notebook} {...{ bridge, share, title, person }} onLeft={onClose} />;
}
