import type { SyncFailure, SyncStatus } from '../../../shared/bridge/index.ts';
import { closeReasonOf, closeReasons } from '../../../shared/sync/close-reasons.ts';
import type { CloseReason } from '../../../shared/sync/close-reasons.ts';
import type { SyncProblem } from './contract.ts';

type StatusReason = NonNullable<SyncStatus['reason']>;

/** Why there is no connection, or no answer. */
export interface Trouble {
  readonly reason: StatusReason;
  /** Trying again changes nothing until a person does something. */
  readonly isFinal: boolean;
  /** Milliseconds to wait at least. */
  readonly wait: number;
}

/** An answer that is no success: its status (0 where none came), and the relay's word for it. */
export interface Refusal {
  readonly status: number;
  readonly word: string;
}

export const unreachable: Refusal = { status: 0, word: 'unreachable' };
export const untrue: Refusal = { status: 0, word: 'untrue' };
export const givenUp: Refusal = { status: 0, word: 'stopped' };

const passing = (reason: StatusReason, wait = 0): Trouble => ({ reason, isFinal: false, wait });
const final = (reason: StatusReason): Trouble => ({ reason, isFinal: true, wait: 0 });
const notSoFast = 5000;

export const trouble = { unreachable: passing('unreachable'), untrue: passing('untrue'), removed: final('removed') };

function troubleOfReason(reason: CloseReason): Trouble {
  switch (reason) {
    case 'removed':
      return trouble.removed;
    case 'unknown-room':
      return final('unknown-room');
    case 'wrong-protocol':
      return final('newer');
    case 'quota-reached':
      return final('quota');
    case 'not-authenticated':
      return final('refused');
    case 'too-fast':
    case 'too-slow':
    case 'room-full':
      return passing('refused', notSoFast);
    case 'bad-frame':
    case 'refused-blob':
    case 'old-generation':
      return passing('failed');
    case 'stopping':
      return trouble.unreachable;
  }
}

/** Why a connection was closed, by its code or, where the engine closes one document only, by its word. */
export function troubleOfClose(code: number, word: string): Trouble {
  const reason = closeReasonOf(code) ?? (isCloseReason(word) ? word : null);
  return reason === null ? trouble.unreachable : troubleOfReason(reason);
}

/** Why the relay did not answer as it should have. */
export function troubleOf({ status, word }: Refusal): Trouble {
  if (word === 'untrue') return trouble.untrue;
  if (isCloseReason(word)) return troubleOfReason(word);
  if (status === 429) return passing('refused', notSoFast);
  if (status === 413) return final('quota');
  // A token counts for a minute, by clocks that agree more or less: trying again is worth it, a stranger's is not.
  if (status === 401) return word === 'stranger' ? final('refused') : passing('refused');
  return status === 0 || status >= 500 ? trouble.unreachable : passing('failed');
}

function isCloseReason(word: string): word is CloseReason {
  return Object.hasOwn(closeReasons, word);
}

const failures: Readonly<Record<StatusReason, SyncFailure>> = {
  unreachable: 'unreachable',
  refused: 'refused',
  removed: 'removed',
  quota: 'refused',
  untrue: 'untrue',
  newer: 'newer',
  locked: 'locked',
  'unknown-room': 'gone',
  failed: 'failed',
};

const sentences: Readonly<Record<SyncFailure, string>> = {
  locked: 'The key of the notebook is not on this device yet.',
  wrong: 'The passphrase is wrong.',
  unreachable: 'The relay cannot be reached.',
  refused: 'The relay refuses this.',
  untrue: 'The relay contradicts what it said before.',
  'not-an-invite': 'This is no invitation.',
  damaged: 'This invitation is damaged.',
  newer: 'The relay needs a newer version of Backstory.',
  expired: 'The invitation has expired.',
  used: 'The invitation was used already.',
  removed: 'This device is no longer a member of the notebook.',
  'not-allowed': 'You may not do this in this notebook.',
  stale: 'Somebody else changed the members at the same time. Try again.',
  gone: 'The relay does not have this.',
  stopped: 'This was given up.',
  failed: 'The relay answered with something that cannot be understood.',
};

/** A failure with its sentence for people. Another sentence where it says more. */
export function problem(reason: SyncFailure, message = sentences[reason]): SyncProblem {
  return { reason, message };
}

/** What a person is told who waits for a connection. */
export function problemOfTrouble({ reason }: Trouble): SyncProblem {
  return problem(failures[reason]);
}

/** What a person is told of an answer. */
export function problemOf(refusal: Refusal): SyncProblem {
  const { status, word } = refusal;
  if (word === 'stopped') return problem('stopped');
  if (word === 'unknown-file') return problem('gone', 'The relay does not have this file.');
  if (word === 'unknown-room') return problem('gone', 'The relay does not know this notebook.');
  if (word === 'owner-not-allowed')
    return problem('refused', 'The relay’s operator does not take notebooks of this owner.');
  if (word === 'too-many') return problem('refused', 'The list of members is as long as the relay takes.');
  if (status === 413)
    return problem('refused', 'The relay does not take this: it is too large, or the notebook’s room is full.');
  if (word === 'not-allowed' || word === 'may-not-write' || word === 'senseless') return problem('not-allowed');
  if (word === 'expired' && status === 403) return problem('expired');
  if (word === 'unknown') return problem('gone', 'This member or invitation is there no more.');
  if (word === 'stale') return problem('stale');
  if (status === 401 && (word === 'expired' || word === 'not-yet'))
    return problem('refused', 'The clocks of this device and of the relay differ too much.');
  return problem(failures[troubleOf(refusal).reason]);
}
