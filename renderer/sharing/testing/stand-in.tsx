import type { ReactNode } from 'react';
import type { Bridge, SharedNotebook, SyncKeys, SyncMember, SyncMembers } from '../../../shared/bridge/index.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { createMemoryBridge } from '../../bridge/memory.ts';
import { Library } from '../../persistence/library.ts';
import { createMemoryStore } from '../../persistence/memory-store.ts';
import { SharedNotebooks, SyncContext } from '../../sync/index.ts';
import type { Person } from '../person.ts';

export const passphrase = 'nine wet umbrellas';
export const inviteLink = 'backstory://join#AbCdEf';

/** What a test wants the process that syncs to be like. */
export interface StandInOptions {
  readonly keys?: SyncKeys['kind'];
  readonly keychain?: boolean;
  readonly shared?: readonly SharedNotebook[];
  readonly members?: readonly SyncMember[];
  readonly sync?: Partial<Bridge['sync']>;
}

/** A member as the process tells of one. */
export function aMember(change: Partial<SyncMember>): SyncMember {
  return {
    ...{ id: '0'.repeat(64), name: 'Mara Riedel', device: 'Desk', role: 'editor', isOwner: false, isYou: false },
    ...{ since: 1_700_000_000_000, warning: null },
    ...change,
  };
}

export const you = aMember({ id: '1'.repeat(64), role: 'admin', isOwner: true, isYou: true });

/** A process that syncs, in memory: it notes what it is asked, and does it. */
export async function standIn(options: StandInOptions = {}) {
  const asked: unknown[] = [];
  let keys: SyncKeys = {
    kind: options.keys ?? 'ready',
    by: options.keys === 'none' ? null : 'passphrase',
  };
  let shared = options.shared ?? [];
  let members: SyncMembers = { members: [...(options.members ?? [you])], invitations: [] };
  const { bridge: plain, emit } = createMemoryBridge();
  const note = (what: string, args: unknown) => {
    asked.push([what, args]);
    return Promise.resolve(ok(undefined));
  };
  const sync: Bridge['sync'] = {
    ...plain.sync,
    keys: () => Promise.resolve(keys),
    protect: (args) => {
      keys = { ...keys, kind: 'ready', by: args.passphrase === null ? 'keychain' : 'passphrase' };
      return note('protect', args);
    },
    unlock: (args) => {
      if (args.passphrase !== passphrase) return Promise.resolve(err({ reason: 'wrong', message: '' }));
      keys = { ...keys, kind: 'ready' };
      return note('unlock', args);
    },
    shared: () => Promise.resolve([...shared]),
    share: (args) => {
      shared = [{ notebook: args.notebook, relay: args.relay, role: 'admin', isOwner: true }];
      return note('share', args);
    },
    members: () => Promise.resolve(ok(members)),
    invite: (args) => {
      asked.push(['invite', args]);
      const invitation = { id: '2'.repeat(64), role: args.role, expires: 1_900_000_000_000 };
      members = { ...members, invitations: [...members.invitations, invitation] };
      return Promise.resolve(ok({ id: invitation.id, link: inviteLink, expires: invitation.expires }));
    },
    revoke: (args) => {
      members = { ...members, invitations: [] };
      return note('revoke', args);
    },
    rename: ({ notebook, name, device }) => {
      members = { ...members, members: members.members.map((one) => (one.isYou ? { ...one, name, device } : one)) };
      return note('rename', { notebook, name, device });
    },
    setRole: (args) => note('setRole', args),
    remove: (args) => {
      members = { ...members, members: members.members.filter(({ id }) => id !== args.member) };
      return note('remove', args);
    },
    leave: (args) => {
      shared = [];
      return note('leave', args);
    },
    ...options.sync,
  };
  const keychain = () => Promise.resolve({ available: options.keychain ?? false, why: 'There is none.' });
  const bridge: Bridge = { ...plain, sync, encryption: { ...plain.encryption, keychain } };
  const store = createMemoryStore();
  const library = await Library.open(store);
  if (!library.ok) throw new Error(library.error.message);
  const list = new SharedNotebooks(bridge);
  await list.refresh();
  const parts = { sync, library: library.value, store, shared: list };
  const names: string[] = [];
  const person: Person = { name: '', rename: (name) => void names.push(name) };
  const Around = ({ children }: { readonly children: ReactNode }) => (
    <SyncContext value={parts}>{children}</SyncContext>
  );
  return { asked, bridge, emit, list, names, person, Around };
}
