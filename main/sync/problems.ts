import type { SyncFailure } from '../../shared/bridge/index.ts';
import type { SyncProblem } from './engine/contract.ts';

/** The sentences of sharing: what happened, what is safe, what to do. */

const problem = (reason: SyncFailure, message: string): SyncProblem => ({ reason, message });

export const noKeys = problem(
  'locked',
  'Choose first how the keys of shared notebooks are kept on this device. Nothing was changed.',
);
export const keysLocked = problem(
  'locked',
  'The keys of shared notebooks are locked: unlock them with their passphrase. Nothing was changed.',
);
export const keychainLost = problem(
  'locked',
  'This computer’s keychain does not give back the key that it was given for shared notebooks. They are all here, but no longer connected; to connect them again, choose anew how keys are kept, and have yourself invited again.',
);
export const wrongPassphrase = problem(
  'wrong',
  'This is not the passphrase. Capitals and blanks count; try it as often as you like.',
);
export const keychainRefused = (detail: string): SyncProblem =>
  problem(
    'failed',
    `This computer’s keychain did not take the key (${detail}). Nothing was changed; choose a passphrase instead.`,
  );

export const notShared = problem('gone', 'This notebook is not shared on this device.');
export const alreadyShared = problem('failed', 'This notebook is shared already. Nothing was changed.');
export const notOpen = problem('gone', 'This notebook is not open.');
export const keysUnreadable = problem(
  'failed',
  'What this device knew of the notebook’s sharing cannot be read any more. The notebook itself is here, whole; the unreadable file is kept. To connect it again, have yourself invited again.',
);
export const notStored = (detail: string): SyncProblem =>
  problem('failed', `The keys could not be stored on this device (${detail}). Nothing was shared.`);
export const notLoaded = (detail: string): SyncProblem =>
  problem('failed', `The notebook could not be read for sharing: ${detail}`);

export const noAddress = problem(
  'refused',
  'This is not the address of a relay. It looks like https://relay.example.org; http is for a relay on this computer only.',
);
export const unreachable = (relay: string): SyncProblem =>
  problem(
    'unreachable',
    `The relay at ${relay} does not answer. Nothing was sent, and your notebooks are as they were; try again when you are online.`,
  );
export const untrue = problem(
  'untrue',
  'What the relay says of this notebook’s members cannot be true. Nothing was changed. Tell whoever runs the relay, and the notebook’s owner.',
);

export const notAnInvite = problem('not-an-invite', 'This is not an invitation: it begins with backstory://join#');
export const damagedInvite = problem(
  'damaged',
  'This invitation is not whole. Copy all of it, from “backstory://” to its last letter.',
);
export const newerInvite = problem(
  'newer',
  'A newer version of Backstory made this invitation. Update Backstory to join.',
);
export const expiredInvite = problem('expired', 'This invitation has expired. Ask for a new one.');
export const outdatedInvite = problem(
  'expired',
  'This invitation does not hold any more, because somebody was removed from the notebook since. Ask for a new one.',
);
export const usedInvite = problem(
  'used',
  'This invitation has been used, and each lets in one device only. If it was not you, tell whoever sent it; ask for a new one.',
);
export const revokedInvite = problem('used', 'This invitation was taken back. Ask for a new one.');

export const noMember = problem('gone', 'No such member belongs to this notebook any more.');
export const notAllowed = problem('not-allowed', 'Only the owner and admins may do this.');
export const notTheOwner = problem('not-allowed', 'The notebook’s owner always belongs to it, as an admin.');
export const notYourself = problem(
  'not-allowed',
  'Your own membership is not changed here. To give it up, leave the notebook. Nothing was changed.',
);
export const stale = problem(
  'stale',
  'Somebody else changed the members at the same time. Look again, and try once more.',
);
export const nothingThere = problem(
  'gone',
  'Nothing of this notebook has arrived at the relay yet. Ask whoever invited you to open it while they are online; then try again.',
);
export const stopped = problem('stopped', 'The process that shares notebooks had just ended. Try again.');
