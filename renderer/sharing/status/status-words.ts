import type { SyncStatus } from '../../../shared/bridge/index.ts';
import { clockWords } from '../words.ts';

/** How it stands with a shared notebook, for the foot of the window and for who asks. */
export interface StatusWords {
  /** A few words: "Offline since 14:05". Never more than is true. */
  readonly label: string;
  /** `good`: a teammate or the relay has everything; `waiting`; `cut-off`; `wrong`: a person has to do something. */
  readonly tone: 'good' | 'waiting' | 'cut-off' | 'wrong';
  /** What it means, what is safe, what to do. */
  readonly meaning: string;
  /** What a person can do here. */
  readonly way: 'retry' | 'unlock' | null;
}

type Reason = NonNullable<SyncStatus['reason']>;

const reached = {
  here: {
    label: 'Not sent yet',
    tone: 'waiting',
    meaning: 'Your latest changes are saved on this computer and on their way to the relay.',
  },
  relay: {
    label: 'Sent',
    tone: 'good',
    meaning:
      'The relay has stored everything you wrote, encrypted, and hands it to your teammates when they connect. None has said yet that they have it.',
  },
  teammate: {
    label: 'A teammate has it',
    tone: 'good',
    meaning: 'Everything you wrote is stored on the relay, and on the device of at least one teammate.',
  },
} as const;

const whyOffline: Readonly<Record<Reason, string>> = {
  unreachable: 'The relay does not answer.',
  refused: 'The relay refused the connection.',
  removed: 'This device is not a member any more.',
  quota: 'The relay has no room left for this notebook.',
  untrue: 'The relay contradicts itself.',
  newer: 'The relay speaks a newer version.',
  locked: 'The keys are locked.',
  'unknown-room': 'The relay does not know this notebook.',
  failed: 'Something failed.',
};

const stopped: Readonly<Record<Reason, { readonly label: string; readonly meaning: string }>> = {
  unreachable: { label: 'the relay does not answer', meaning: 'The relay does not answer.' },
  refused: {
    label: 'the relay refuses',
    meaning:
      'The relay refuses this notebook. It may take notebooks of certain people only: ask whoever runs it. Everything is safe on this computer.',
  },
  removed: {
    label: 'this device was removed',
    meaning:
      'An admin removed this device from the notebook. What is here stays here, and you can go on with it for yourself. To take part again, ask for an invitation.',
  },
  quota: {
    label: 'the relay is full',
    meaning:
      'The relay has no room left for this notebook. Everything is safe on this computer, and is sent when there is room: ask whoever runs the relay.',
  },
  untrue: {
    label: 'the relay contradicts itself',
    meaning:
      'The relay showed something that contradicts what it showed before: it may have been put back to an older state, or be up to something. Nothing of it was taken over, and nothing here was changed. Ask your teammates what they see, and whoever runs the relay.',
  },
  newer: {
    label: 'a newer Backstory is needed',
    meaning:
      'Your team uses a newer version of Backstory. Update this one to go on. Everything is safe on this computer.',
  },
  locked: {
    label: 'keys are locked',
    meaning:
      'The keys of shared notebooks are locked by a passphrase on this computer. You can read and write; it is sent when they are unlocked.',
  },
  'unknown-room': {
    label: 'the relay does not know this notebook',
    meaning:
      'The relay does not know this notebook: it may have been set up anew, without its earlier data. Everything is safe on this computer. Ask whoever runs the relay.',
  },
  failed: {
    label: 'something failed',
    meaning: 'Something failed that should not have. Everything is safe on this computer. Try again.',
  },
};

/** A viewer writes nothing that could be anywhere. */
const asViewer = {
  label: 'Connected',
  tone: 'good',
  meaning: 'What your teammates write comes in as they write it. As a viewer you change nothing, so nothing is sent.',
} as const;

/** It is connected to all the same: what can be checked is taken in. */
const contradicted = {
  label: 'The relay contradicts itself',
  tone: 'wrong',
  meaning:
    'The relay, or somebody through it, showed something that does not fit what you or a teammate saw before: it may have been put back to an older state, or show you different things. What could be checked was taken in, and nothing here was lost. Ask your teammates what they see, and whoever runs the relay.',
} as const;

/** How it stands, in words. */
export function statusWords(status: SyncStatus, now: Date, isViewer = false): StatusWords {
  switch (status.kind) {
    case 'connecting':
      return {
        label: 'Connecting…',
        tone: 'waiting',
        meaning: 'Looking for the relay. Everything you write is saved on this computer.',
        way: null,
      };
    case 'online':
      if (status.reason === 'untrue') return { ...contradicted, way: null };
      // What somebody wrote before becoming a viewer is told of as before.
      return { ...(isViewer && status.reached !== 'here' ? asViewer : reached[status.reached]), way: null };
    case 'offline': {
      // It is tried again, but somebody should know now.
      if (status.reason === 'untrue') return { ...notSyncing('untrue'), way: 'retry' };
      const why = status.reason === null ? '' : `${whyOffline[status.reason]} `;
      return {
        label: `Offline since ${clockWords(status.since, now)}`,
        tone: 'cut-off',
        meaning: `${why}You can go on: everything is saved on this computer, and sent as soon as the relay is reached. Backstory keeps trying.`,
        way: 'retry',
      };
    }
    case 'stopped': {
      const way = status.reason === 'locked' ? 'unlock' : status.reason === 'removed' ? null : 'retry';
      return { ...notSyncing(status.reason ?? 'failed'), way };
    }
  }
}

function notSyncing(reason: Reason): Omit<StatusWords, 'way'> {
  const { label, meaning } = stopped[reason];
  return { label: `Not syncing: ${label}`, tone: 'wrong', meaning };
}

/** What is said aloud when the kind of the status changes; '' for what need not be said. */
export function announcement(status: SyncStatus, before: SyncStatus['kind'] | null, now: Date): string {
  if (before === null || before === status.kind || status.kind === 'connecting') return '';
  return status.kind === 'online' ? 'Connected to the relay' : statusWords(status, now).label;
}
