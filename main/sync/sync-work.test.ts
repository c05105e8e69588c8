import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { SyncCrypto } from '../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../shared/sync/crypto/sodium.ts';
import { eventually, Sharing, until } from './sharing.suite.ts';
import { aNotebook as notebook, draft, hostileEngine, root, value } from './testing.suite.ts';

let crypto: SyncCrypto;
let sharing: Sharing;
beforeAll(async () => {
  crypto = await loadCrypto();
});
beforeEach(async () => {
  sharing = await Sharing.start(crypto);
});
afterEach(() => sharing.stop());

describe('sharing', () => {
  it('shares, invites, joins, takes, and edits both ways', async () => {
    const mara = await sharing.shared();
    const link = await sharing.invited(mara);
    const ilir = sharing.app('ilir');
    expect(value(await ilir.sync['sync.readInvite']({ link }))).toMatchObject({
      ...{ relay: sharing.relay.url, notebook, title: 'Bridge', from: 'Mara', role: 'editor' },
      // A matcher stands for a text.
      owner: expect.stringMatching(/^(\d{5} ){5}\d{5}$/) as string,
    });
    expect(value(await ilir.sync['sync.join']({ link, name: 'Ilir', device: 'desk' }))).toEqual({ notebook });
    await ilir.open();
    const taken = value(await ilir.sync['sync.take']({ notebook }));
    expect(taken.map(({ doc }) => doc)).toEqual([draft, root]);
    for (const { doc, update } of taken) await ilir.put(doc, update);
    expect(ilir.text(root)).toBe(`${notebook} begins. `);
    await ilir.connect();
    await ilir.type(root, 'Ilir adds. ');
    await until(() => mara.text(root).includes('Ilir adds.'));
    await mara.type(draft, 'Mara adds. ');
    await until(() => ilir.text(draft).includes('Mara adds.'));
    expect(mara.text(root)).toBe(ilir.text(root));
    expect(await ilir.sync['sync.shared'](undefined)).toEqual([
      { notebook, relay: sharing.relay.url, role: 'editor', isOwner: false },
    ]);
    expect(await mara.sync['sync.shared'](undefined)).toEqual([
      { notebook, relay: sharing.relay.url, role: 'admin', isOwner: true },
    ]);
  });

  it('gives what was done while cut off to both, and says so', async () => {
    const mara = await sharing.shared();
    const ilir = await sharing.joined(await sharing.invited(mara), 'Ilir');
    await until(() => ilir.events('sync.status').some(({ status }) => status.kind === 'online'));
    await ilir.sync['sync.close']({ notebook });
    await ilir.restart();
    await ilir.type(root, 'Offline by Ilir. ');
    await mara.type(draft, 'Meanwhile by Mara. ');
    await eventually(async () => expect(value(await mara.sync['sync.status']({ notebook })).reached).toBe('relay'));
    await ilir.connect([root]);
    await until(() => ilir.text(draft).includes('Meanwhile') && mara.text(root).includes('Offline'));
    await until(() => ilir.events('sync.returned').length > 0);
    const order = ilir.told.map(({ event }) => event);
    expect(order.lastIndexOf('sync.changed')).toBeLessThan(order.lastIndexOf('sync.returned'));
  });
});

describe('what is between page and process', () => {
  it('is handed over again where the page did not confirm it', async () => {
    const mara = await sharing.shared();
    const ilir = await sharing.joined(await sharing.invited(mara), 'Ilir');
    ilir.stores = false;
    await mara.type(draft, 'Told twice. ');
    const isTold = () => ilir.events('sync.changed').some(({ updates }) => updates.some(({ doc }) => doc === draft));
    await until(isTold);
    expect(ilir.text(draft)).not.toContain('Told twice.');
    const last = ilir.events('sync.changed').at(-1)?.batch ?? 0;
    ilir.told.length = 0;
    ilir.stores = true;
    await ilir.connect([root]);
    await until(() => ilir.text(draft).includes('Told twice.'));
    // What the page confirms of the last opening, late, is nothing of this one.
    expect(ilir.events('sync.changed')[0]?.batch).toBeGreaterThan(last);
  });

  it('is nothing more once it is being closed', async () => {
    const mara = await sharing.shared();
    const ilir = await sharing.joined(await sharing.invited(mara), 'Ilir');
    await until(() => ilir.events('sync.presence').some(({ peers }) => peers.length > 0));
    const closing = ilir.sync['sync.close']({ notebook });
    ilir.told.length = 0;
    await closing;
    expect(ilir.told).toEqual([]);
  });

  it('is read out of the journal where an edit builds on one that never came', async () => {
    const mara = await sharing.shared();
    const ilir = await sharing.joined(await sharing.invited(mara), 'Ilir');
    await mara.type(root, 'Lost on its way. ', { lost: true });
    await mara.type(root, 'And the next.');
    await until(() => ilir.text(root).includes('Lost on its way. And the next.'));
  });

  it('is read out of the journal for that alone, not because a teammate’s update builds on what nobody has', async () => {
    const mara = await sharing.shared();
    const ilir = await sharing.joined(await sharing.invited(mara), 'Ilir');
    await until(() => ilir.events('sync.status').some(({ status }) => status.kind === 'online'));
    const foreign = new Y.Doc();
    foreign.getText('t').insert(0, 'never sent');
    const before = Y.encodeStateVector(foreign);
    foreign.getText('t').insert(0, 'waits for it');
    hostileEngine(ilir)(root, new Uint8Array(Y.encodeStateAsUpdate(foreign, before)));
    await ilir.type(root, 'After that. ');
    await until(() => mara.text(root).includes('After that.'));
    const reads = () => mara.asked.filter((method) => method === 'journal.read').length;
    const already = reads();
    for (const letters of ['One. ', 'Two. ', 'Three. ']) await mara.type(root, letters);
    await until(() => ilir.text(root).includes('Three.'));
    expect(reads()).toBe(already);
    await mara.type(root, 'Lost on its way. ', { lost: true });
    await mara.type(root, 'And the next.');
    await until(() => ilir.text(root).includes('Lost on its way. And the next.'));
    expect(reads()).toBeGreaterThan(already);
  });

  it('is what the page lacks of a document, and nothing where it has all', async () => {
    const mara = await sharing.shared();
    const vector = (doc: Y.Doc) => new Uint8Array(Y.encodeStateVector(doc));
    const attach = async (doc: string, has: Y.Doc) =>
      value(await mara.sync['sync.attach']({ notebook, doc, vector: vector(has) })).update;
    expect(await attach(draft, mara.doc(draft))).toBeNull();
    const anew = new Y.Doc();
    Y.applyUpdate(anew, (await attach(draft, anew)) ?? new Uint8Array());
    expect(anew.getText('t').toJSON()).toBe(mara.text(draft));
    expect((await mara.sync['sync.attach']({ notebook, doc: 'other', vector: vector(anew) })).ok).toBe(false);
  });

  it('never names a document of another notebook, whatever a teammate writes', async () => {
    const mara = await sharing.shared();
    const ilir = await sharing.joined(await sharing.invited(mara), 'Ilir');
    await until(() => ilir.events('sync.status').some(({ status }) => status.kind === 'online'));
    const foreign = new Y.Doc();
    foreign.getText('t').insert(0, 'not here');
    const update = new Uint8Array(Y.encodeStateAsUpdate(foreign));
    const hostile = hostileEngine(ilir);
    for (const doc of ['another', 'b7f', `${notebook}.draft.`, `${notebook}.draft.../x`]) hostile(doc, update);
    await ilir.type(root, 'After that.');
    await until(() => mara.text(root).includes('After that.'));
    const named = mara.events('sync.changed').flatMap(({ updates }) => updates.map(({ doc }) => doc));
    expect(new Set(named)).toEqual(new Set([root]));
  });
});

describe('an invitation', () => {
  it('lets in one device, which may try again; another is told that it was used', async () => {
    const mara = await sharing.shared();
    const link = await sharing.invited(mara);
    const ilir = await sharing.joined(link, 'Ilir');
    expect((await ilir.sync['sync.join']({ link, name: 'Ilir', device: '' })).ok).toBe(true);
    const stranger = sharing.app('stranger');
    expect(await stranger.sync['sync.join']({ link, name: 'X', device: '' })).toMatchObject({
      error: { reason: 'used' },
    });
    expect(await stranger.sync['sync.shared'](undefined)).toEqual([]);
  });

  it('is taken back, and ends when somebody is removed', async () => {
    const mara = await sharing.shared();
    const one = value(await mara.sync['sync.invite']({ notebook, role: 'editor', title: 'Bridge' }));
    value(await mara.sync['sync.revoke']({ notebook, invite: one.id }));
    const ilir = await sharing.joined(await sharing.invited(mara), 'Ilir');
    const other = await sharing.invited(mara);
    const id = value(await mara.sync['sync.members']({ notebook })).members.find(({ isYou }) => !isYou)?.id ?? '';
    value(await mara.sync['sync.remove']({ notebook, member: id }));
    const late = sharing.app('late');
    for (const link of [one.link, other]) {
      const refused = await late.sync['sync.join']({ link, name: 'Late', device: '' });
      expect(refused).toMatchObject({ ok: false, error: { reason: link === other ? 'expired' : 'used' } });
    }
    await until(() => ilir.events('sync.status').at(-1)?.status.reason === 'removed');
    expect((await ilir.sync['sync.shared'](undefined))[0]?.role).toBeNull();
  });

  it('that is none, damaged or to a relay that is away says which', async () => {
    const mara = await sharing.shared();
    const link = await sharing.invited(mara);
    const ilir = sharing.app('ilir');
    const reason = async (some: string) => {
      const read = await ilir.sync['sync.join']({ link: some, name: 'Ilir', device: '' });
      return read.ok ? 'ok' : read.error.reason;
    };
    expect(await reason('https://example.org')).toBe('not-an-invite');
    expect(await reason(link.slice(0, -5))).toBe('damaged');
    await sharing.relay.stop();
    expect(await reason(link)).toBe('unreachable');
    await sharing.restart();
  });
});

describe('members', () => {
  it('are given another role by admins alone, and the owner keeps theirs', async () => {
    const mara = await sharing.shared();
    const ilir = await sharing.joined(await sharing.invited(mara), 'Ilir');
    await eventually(async () => expect(value(await mara.sync['sync.members']({ notebook })).members).toHaveLength(2));
    const members = value(await mara.sync['sync.members']({ notebook })).members;
    const [owner = '', editor = ''] = members.map(({ id }) => id);
    expect(await ilir.sync['sync.setRole']({ notebook, member: owner, role: 'viewer' })).toMatchObject({
      error: { reason: 'not-allowed' },
    });
    expect(await ilir.sync['sync.invite']({ notebook, role: 'viewer', title: '' })).toMatchObject({
      error: { reason: 'not-allowed' },
    });
    expect(await mara.sync['sync.remove']({ notebook, member: owner })).toMatchObject({
      error: { reason: 'not-allowed' },
    });
    value(await mara.sync['sync.setRole']({ notebook, member: editor, role: 'viewer' }));
    await eventually(async () => expect((await ilir.sync['sync.shared'](undefined))[0]?.role).toBe('viewer'));
    await mara.type(root, 'under a new key');
    await until(() => ilir.text(root).includes('under a new key'));
  });

  it('do not remove themselves or take their own rights, also where they are admins: they leave', async () => {
    const mara = await sharing.shared();
    const ilir = await sharing.joined(await sharing.invited(mara, 'admin'), 'Ilir');
    const { members } = value(await ilir.sync['sync.members']({ notebook }));
    const member = members.find(({ isYou }) => isYou)?.id ?? '';
    const refused = { ok: false, error: { reason: 'not-allowed' } };
    expect(await ilir.sync['sync.remove']({ notebook, member })).toMatchObject(refused);
    expect(await ilir.sync['sync.setRole']({ notebook, member, role: 'viewer' })).toMatchObject(refused);
    expect(value(await ilir.sync['sync.members']({ notebook })).members.map(({ role }) => role)).toEqual([
      'admin',
      'admin',
    ]);
  });

  it('and invitations are known of a notebook that is not open, too', async () => {
    const mara = await sharing.shared();
    await sharing.invited(mara);
    const open = value(await mara.sync['sync.members']({ notebook }));
    await mara.sync['sync.close']({ notebook });
    expect(open.invitations).toHaveLength(1);
    expect(value(await mara.sync['sync.members']({ notebook }))).toEqual(open);
  });

  it('leave by themselves, keep the notebook, and lose their keys', async () => {
    const mara = await sharing.shared();
    const ilir = await sharing.joined(await sharing.invited(mara), 'Ilir');
    value(await ilir.sync['sync.leave']({ notebook }));
    expect(await ilir.sync['sync.shared'](undefined)).toEqual([]);
    expect(readdirSync(ilir.folder)).toEqual([]);
    expect(ilir.text(root)).toContain('begins');
    await eventually(async () => expect(value(await mara.sync['sync.members']({ notebook })).members).toHaveLength(1));
  });
});

it('keeps nothing that can be read without the key', async () => {
  const mara = await sharing.shared();
  await sharing.invited(mara);
  await mara.sync['sync.close']({ notebook });
  const files = readdirSync(mara.folder).map((name) => readFileSync(join(mara.folder, name), 'utf8'));
  expect(files).toHaveLength(1);
  // Our own file.
  expect(Object.keys(JSON.parse(files[0] ?? '') as object)).toEqual(['format', 'notebook', 'relay', 'key', 'sealed']);
});
