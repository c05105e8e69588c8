import * as v from 'valibot';
import { shortestPassphrase } from './encryption.ts';
import { resultOf } from './method.ts';

/**
 * Sharing a notebook: a process of its own holds the keys and speaks to relays. The page hands it the edits of this device, is handed those of
 * teammates, and stores both. No key comes to the page; only the link of an invitation passes through it.
 */

const limit = 128 * 1024 * 1024;
const id = v.pipe(v.string(), v.regex(/^[\w.-]{1,200}$/));
const bytes = v.pipe(
  v.instance(Uint8Array),
  v.check((value) => value.byteLength <= limit, 'larger than an update may be'),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const words = v.pipe(v.string(), v.maxLength(1000));
const name = v.pipe(v.string(), v.maxLength(200));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** A device's or an invitation's public key, in hexadecimal. */
const key = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const link = v.pipe(v.string(), v.maxLength(4096));
const done = v.undefined();

export const syncRoles = ['viewer', 'editor', 'admin'] as const;
export type SyncRole = (typeof syncRoles)[number];
const role = v.picklist(syncRoles);

/**
 * How this device's keys are kept: `none` yet (nothing was ever shared or joined), `locked` behind a passphrase, or `ready`; `by` says which.
 */
export const syncKeysSchema = v.object({
  kind: v.picklist(['none', 'locked', 'ready']),
  by: v.nullable(v.picklist(['keychain', 'passphrase'])),
});
export type SyncKeys = v.InferOutput<typeof syncKeysSchema>;

/**
 * Why something was not done. `locked`: the keys are; `wrong`: the passphrase. `unreachable`: the relay does not answer; `refused`: it does not want
 * this; `untrue`: what it says contradicts what it said before. `not-an-invite`, `damaged`, `newer`, `expired`, `used`: a link. `removed`: this device is no
 * member any more. `stale`: somebody else changed the membership at the same time. `gone`: no such notebook, member, invitation or file.
 */
export const syncFailures = [
  'locked',
  'wrong',
  'unreachable',
  'refused',
  'untrue',
  'not-an-invite',
  'damaged',
  'newer',
  'expired',
  'used',
  'removed',
  'not-allowed',
  'stale',
  'gone',
  'stopped',
  'failed',
] as const;
export type SyncFailure = (typeof syncFailures)[number];

/** A notebook of this device that is shared. `role` null: this device was removed, or the membership is not known yet. */
export const sharedNotebookSchema = v.object({
  notebook: id,
  /** "https://relay.example.org" */
  relay: words,
  role: v.nullable(role),
  isOwner: v.boolean(),
});
export type SharedNotebook = v.InferOutput<typeof sharedNotebookSchema>;

/**
 * How it stands with an open notebook's room, always true. `offline` and `stopped` have a reason; `stopped`: trying again is no use until a person
 * does something. `since`: when this began; `heard`: when the relay was last heard of. Milliseconds since 1970.
 * `reached`: how far this device's latest edit came: only here, durably on the relay (by its receipt), or stored on a teammate's device.
 */
export const syncStatusSchema = v.object({
  kind: v.picklist(['connecting', 'online', 'offline', 'stopped']),
  since: count,
  heard: v.nullable(count),
  reason: v.nullable(
    v.picklist(['unreachable', 'refused', 'removed', 'quota', 'untrue', 'newer', 'locked', 'unknown-room', 'failed']),
  ),
  reached: v.picklist(['here', 'relay', 'teammate']),
});
export type SyncStatus = v.InferOutput<typeof syncStatusSchema>;

/** Somebody's device in a room. `warning`: another device used this name before. What a device did not sign itself is no name of it. */
export const syncMemberSchema = v.object({
  id: key,
  /** '' while unknown. */
  name,
  device: name,
  role,
  isOwner: v.boolean(),
  isYou: v.boolean(),
  since: count,
  warning: v.nullable(v.picklist(['same-name'])),
});
export type SyncMember = v.InferOutput<typeof syncMemberSchema>;

export const syncMembersSchema = v.object({
  members: v.array(syncMemberSchema),
  /** Those that still hold. */
  invitations: v.array(v.object({ id: key, role, expires: count })),
});
export type SyncMembers = v.InferOutput<typeof syncMembersSchema>;

/** What a link says of itself, before anybody is asked: nothing of it was sent anywhere. */
export const inviteInfoSchema = v.object({
  relay: words,
  notebook: id,
  title: words,
  /** Who made the link, as they call themselves. */
  from: name,
  role,
  expires: count,
  /** The owner's key as a person can compare it: groups of digits. */
  owner: words,
});
export type InviteInfo = v.InferOutput<typeof inviteInfoSchema>;

/** A change of one document, by a teammate: one Yjs update (V1). */
export const remoteUpdateSchema = v.object({ doc: id, update: bytes });
export type RemoteUpdate = v.InferOutput<typeof remoteUpdateSchema>;

/** Whose a change is: the member's id (a device) and the name they give themselves. */
export const remoteAuthorSchema = v.object({ id: key, name });
export type RemoteAuthor = v.InferOutput<typeof remoteAuthorSchema>;

/** Who else has the notebook open. `state`: what their page says of where they are (`renderer/sync`), '' for nothing. */
export const peerSchema = v.object({
  /** Of one opening of the notebook. */
  session: name,
  id: key,
  name,
  state: v.pipe(v.string(), v.maxLength(2048)),
});
export type SyncPeer = v.InferOutput<typeof peerSchema>;

/** How far captures are here: how many files the notebook names, and what is here of them. `moving`: how many are being fetched or sent. */
export const syncFilesSchema = v.object({
  named: count,
  here: count,
  /** Those that no teammate has sent yet. */
  awaited: count,
  moving: count,
  /** Bytes of what is being moved: done, and in all. */
  done: count,
  total: count,
  /** Whether all are fetched ahead, now and later. */
  ahead: v.boolean(),
  /** A sentence where some of them cannot be moved: too large, the room is full, not what their name says. */
  trouble: v.nullable(words),
});
export type SyncFiles = v.InferOutput<typeof syncFilesSchema>;

const notebook = { notebook: id };
const answer = <T extends v.GenericSchema>(value: T) => resultOf(value, syncFailures);
const you = { name: v.pipe(name, v.minLength(1)), device: name };

/** Arguments and answers of the methods, as `methods.ts` lists them. */
export const sync = {
  keys: { args: done, result: syncKeysSchema },
  /** Chooses how keys are kept: by a passphrase, or (null) by the system's keychain. */
  protect: {
    args: v.object({
      passphrase: v.nullable(v.pipe(v.string(), v.minLength(shortestPassphrase), v.maxLength(1000))),
    }),
    result: answer(done),
  },
  unlock: { args: v.object({ passphrase: words }), result: answer(done) },
  shared: { args: done, result: v.array(sharedNotebookSchema) },
  /** Creates the room of a notebook at a relay. The notebook goes there once it is opened with `open`. */
  share: { args: v.object({ ...notebook, ...you, relay: words, title: words }), result: answer(done) },
  invite: {
    args: v.object({ ...notebook, role: v.picklist(['viewer', 'editor', 'admin']), title: words }),
    result: answer(v.object({ id: key, link, expires: count })),
  },
  revoke: { args: v.object({ ...notebook, invite: key }), result: answer(done) },
  readInvite: { args: v.object({ link }), result: answer(inviteInfoSchema) },
  /** Gives, once, the links that the app was opened with. */
  takeInvites: { args: done, result: v.array(link) },
  /** Joins: from then on this device is a member. Then `take` gives the notebook. */
  join: { args: v.object({ link, ...you }), result: answer(v.object(notebook)) },
  /** Everything that the room holds, as one update for each document, the root last. For a notebook that is not open. */
  take: { args: v.object(notebook), result: answer(v.array(remoteUpdateSchema)) },
  /**
   * The notebook is open in the page, which has stored what its documents hold and attaches them; begins to sync. Where it was open already (the
   * page was loaded anew, say), it begins anew with what the journal has, and what was never confirmed is handed over again, in other batches.
   */
  open: { args: v.object(notebook), result: answer(syncStatusSchema) },
  close: { args: v.object(notebook), result: done },
  /**
   * A document is open in the page from now on. `vector`: what the page has (a Yjs state vector). Gives what the page lacks (null for nothing)
   * and the other's vector, so that the page can hand over with `edit` what the other lacks.
   */
  attach: {
    args: v.object({ ...notebook, doc: id, vector: bytes }),
    result: answer(v.object({ update: v.nullable(bytes), vector: bytes })),
  },
  /** Hands over an edit of this device. */
  edit: { args: v.object({ ...notebook, ...remoteUpdateSchema.entries }), result: done },
  /** Sends at once what was handed over and would wait for edits that follow: the person may switch off next. */
  flush: { args: v.object(notebook), result: done },
  /** The page has stored what the event `sync.changed` of that number brought, and everything before. */
  kept: { args: v.object({ ...notebook, batch: count }), result: done },
  status: { args: v.object(notebook), result: answer(syncStatusSchema) },
  /** Tries to connect now. */
  retry: { args: v.object(notebook), result: done },
  members: { args: v.object(notebook), result: answer(syncMembersSchema) },
  /** From now on this person and this device are called so in an open notebook; teammates hear of it as of an edit. */
  rename: { args: v.object({ ...notebook, ...you }), result: answer(done) },
  setRole: { args: v.object({ ...notebook, member: key, role }), result: answer(done) },
  /** Removes a device, and begins an epoch with a new key. What it read stays read. */
  remove: { args: v.object({ ...notebook, member: key }), result: answer(done) },
  /** This device leaves; the notebook stays here, unshared. */
  leave: { args: v.object(notebook), result: answer(done) },
  /** Tells those who have the notebook open where one is; null when one is nowhere. */
  present: {
    args: v.object({ ...notebook, state: v.nullable(v.pipe(v.string(), v.maxLength(2048))) }),
    result: done,
  },
  files: { args: v.object(notebook), result: answer(syncFilesSchema) },
  /** Fetches one capture into the notebook's folder; answers when it is there, checked by its hash. */
  fetchFile: { args: v.object({ ...notebook, hash }), result: answer(done) },
  /** Nobody waits for that file any more: `fetchFile` answers `stopped`. What came of it is let go. */
  stopFile: { args: v.object({ ...notebook, hash }), result: done },
  /** Whether all captures are fetched ahead, now and whenever there are new ones. */
  ahead: { args: v.object({ ...notebook, ahead: v.boolean() }), result: answer(done) },
} as const;

/** What the page is told unasked. */
export const syncEvents = {
  /** What teammates changed, to be stored, shown, and confirmed with `kept`. The numbers of batches grow, over all openings. */
  changed: v.object({ ...notebook, batch: count, author: remoteAuthorSchema, updates: v.array(remoteUpdateSchema) }),
  status: v.object({ ...notebook, status: syncStatusSchema }),
  /** Members or invitations are not what they were. */
  members: v.object(notebook),
  presence: v.object({ ...notebook, peers: v.array(peerSchema) }),
  files: v.object({ ...notebook, files: syncFilesSchema }),
  /** How far one file is that was asked for with `fetchFile`, in bytes. */
  file: v.object({ ...notebook, hash, done: count, total: count }),
  /**
   * The room was reached again after this device was cut off (or closed) since `since`, and everything that teammates did meanwhile was handed
   * over before this.
   */
  returned: v.object({ ...notebook, since: count }),
  /** The process that syncs has ended, and nothing that was handed to it counts: the page opens what is open again. */
  ended: done,
  /** The app was opened with a link of invitation: `takeInvites` gives it. */
  invited: done,
} as const;
