import { ConfirmDialog } from '../../ui/index.ts';

interface LeaveDialogProps {
  readonly title: string;
  readonly isOwner: boolean;
  readonly onLeave: () => void;
  readonly onCancel: () => void;
}

/** Asks before this device stops taking part. */
export function LeaveDialog({ title, isOwner, onLeave, onCancel }: LeaveDialogProps) {
  return (
    <ConfirmDialog
      title={`Leave the team of “${title}”?`}
      confirmLabel="Leave"
      tone="danger"
      isOpen
      onConfirm={onLeave}
      onCancel={onCancel}
    >
      <p>
        The notebook stays on this computer, for you alone: nothing is sent or fetched any more. Your teammates keep
        what you wrote so far. To take part again you need an invitation.
      </p>
      {isOwner && <p>You are the owner: unless somebody else is an admin, nobody can invite or remove people then.</p>}
    </ConfirmDialog>
  );
}
