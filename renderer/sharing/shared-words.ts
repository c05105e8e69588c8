import type { SharedNotebook } from '../../shared/bridge/index.ts';

/** What is known besides of a shared notebook. */
interface Known {
  /** How many other devices belong to it; null where that is not known. */
  readonly others: number | null;
  readonly isLocked: boolean;
}

/** What the list of notebooks says of a shared one. */
export function sharedWords({ role }: Pick<SharedNotebook, 'role'>, { others, isLocked }: Known): string {
  if (isLocked) return 'Shared; its keys are locked';
  if (role === null) return 'Shared; this device is not a member now';
  const as = role === 'viewer' ? ', to be read only' : '';
  if (others === null) return `Shared${as}`;
  if (others === 0) return 'Shared; nobody has joined yet';
  return `Shared with ${others === 1 ? '1 person' : `${others} people`}${as}`;
}
