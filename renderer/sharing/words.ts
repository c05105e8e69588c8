import type { SyncFailure, SyncRole } from '../../shared/bridge/index.ts';
import type { Problem } from '../../shared/lib/result.ts';

/** What a role is called. */
export const roleNames: Readonly<Record<SyncRole, string>> = { viewer: 'Viewer', editor: 'Editor', admin: 'Admin' };

/** What a role may do. */
export const roleRights: Readonly<Record<SyncRole, string>> = {
  viewer: 'Reads everything, changes nothing.',
  editor: 'Reads and writes.',
  admin: 'Reads and writes, invites people and removes them.',
};

/** A role within a sentence: "an editor". */
export const asRole: Readonly<Record<SyncRole, string>> = {
  viewer: 'a viewer',
  editor: 'an editor',
  admin: 'an admin',
};

/** What happened, and what to do. */
const failures: Readonly<Record<SyncFailure, readonly [what: string, todo: string]>> = {
  locked: ['The keys of shared notebooks are locked.', 'Unlock them and try again.'],
  wrong: ['This is not the passphrase.', 'Nothing was changed; try again.'],
  unreachable: [
    'The relay does not answer.',
    'Nothing was sent, and your notebooks are as they were. Check its address and your connection, ask whoever runs it, or try again later.',
  ],
  refused: [
    'The relay refused.',
    'Nothing was sent, and your notebooks are as they were. It may take notebooks of certain people only, or have no room left: ask whoever runs it.',
  ],
  untrue: [
    'The relay showed something that contradicts what it said before.',
    'Nothing of it was taken over. Ask your team what they see, and whoever runs the relay.',
  ],
  'not-an-invite': [
    'This is not an invitation: one begins with backstory://join#',
    'Copy all of it, or open its file.',
  ],
  damaged: [
    'The invitation is damaged: a part of it is missing or changed.',
    'Copy all of it once more, or ask for another.',
  ],
  newer: ['A newer version of Backstory is needed for this.', 'Update Backstory, and try again.'],
  expired: ['The invitation is no longer valid.', 'Ask for another.'],
  used: ['The invitation was used already, or taken back: each lets in one device.', 'Ask for another.'],
  removed: [
    'This device was removed from the notebook.',
    'What is here stays here. To take part again, ask an admin for an invitation.',
  ],
  'not-allowed': ['Your role does not allow this.', 'Ask an admin of the notebook.'],
  stale: ['Somebody else changed the members at the same moment.', 'Look at the list once more, and try again.'],
  gone: ['It is not there any more.', 'Somebody may have removed it meanwhile. Nothing was changed.'],
  stopped: ['It was stopped before it was done.', 'Try again.'],
  failed: ['Something failed that should not have.', 'Nothing here was changed. Try again.'],
};

/** Why something about sharing was not done, and what to do. Where the reason given says the former only, the latter is added. */
export function failureWords({ reason, message }: Problem<SyncFailure>): string {
  const [what, todo] = failures[reason];
  const said = message.trim();
  if (said === '') return `${what} ${todo}`;
  return /[.;:?!] /.test(said) ? said : `${said} ${todo}`;
}

const timeOf = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayOf = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });

/** A moment (milliseconds since 1970) as "14:05", with the day where it is not today: "14:05 on 3 March". */
export function clockWords(at: number, now: Date): string {
  const then = new Date(at);
  const time = timeOf.format(then);
  return then.toDateString() === now.toDateString() ? time : `${time} on ${dayOf.format(then)}`;
}

/** Until when something holds: "Sunday 29 November, 17:05". Milliseconds since 1970. */
export function untilWords(at: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
}

/** What a member is called where its name is not known yet. */
export function memberName({ name, device }: { readonly name: string; readonly device: string }): string {
  if (name !== '') return name;
  return device === '' ? 'Somebody whose name is not known yet' : `Somebody on “${device}”`;
}
