import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { err } from '../lib/result.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { closeReasonOf, closeReasons } from './close-reasons.ts';
import type { SyncCrypto } from './crypto/crypto.ts';
import { loadCrypto } from './crypto/sodium.ts';
import { inviteLink, parseInvite } from './invite.ts';
import type { Invite } from './invite.ts';
import { isOrigin } from './relay-address.ts';
import { deviceOf, notebookKeyOf, TestAcl } from './testing/people.ts';
import { checkToken, signToken } from './token.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

const relay = 'https://relay.example.org';
function anInvite(): Invite {
  const acl = new TestAcl(crypto, deviceOf(crypto, 'Mara'));
  const seed = crypto.sha256(new Uint8Array(1));
  return {
    room: acl.room,
    owner: acl.state.owner,
    relay,
    epoch: 2,
    notebookKey: notebookKeyOf(crypto, 2),
    seed,
    expires: 1_700_000_000_000,
  };
}

describe('[SY13] a link of invitation', () => {
  it('says all that is needed, behind the #', () => {
    const link = inviteLink(anInvite());
    expect(link).toMatch(/^backstory:\/\/join#[\w-]+$/);
    expect(link.length).toBeLessThan(260);
    expect(parseInvite(crypto, ` ${link}\n`)).toEqual(anInvite());
  });

  it('of another owner, another version, or damaged, says which', () => {
    const invite = anInvite();
    const bytes = fromBase64(inviteLink(invite).slice('backstory://join#'.length)) ?? new Uint8Array();
    const link = (change: (bytes: Uint8Array) => void) => {
      const changed = bytes.slice();
      change(changed);
      return `backstory://join#${toBase64(changed)}`;
    };
    expect(
      parseInvite(
        crypto,
        link((all) => all.fill(1, 17, 49)),
      ),
    ).toBe('damaged');
    expect(
      parseInvite(
        crypto,
        link((all) => all.fill(2, 0, 1)),
      ),
    ).toBe('newer');
    expect(parseInvite(crypto, inviteLink(invite).slice(0, -4))).toBe('damaged');
    expect(parseInvite(crypto, inviteLink({ ...invite, relay: 'https://relay.example.org/path' }))).toBe('damaged');
    expect(parseInvite(crypto, 'https://relay.example.org/#join')).toBe('not-an-invite');
  });

  it('says what it opens, cut to what a link can hold', () => {
    const about = { notebook: 'b-1', title: 'The bridge', from: 'Mara', role: 'editor' } as const;
    const read = (texts: Partial<typeof about>) => {
      const link = inviteLink({ ...anInvite(), about: { ...about, ...texts } });
      expect(link.length).toBeLessThan(1200);
      const invite = parseInvite(crypto, link);
      return typeof invite === 'string' ? invite : invite.about;
    };
    expect(read({})).toEqual(about);
    const long: string = '橋'.repeat(200);
    expect(
      parseInvite(crypto, inviteLink({ ...anInvite(), about: { ...about, title: long, from: long } })),
    ).toMatchObject({
      about: { title: '橋'.repeat(80), from: '橋'.repeat(40) },
    });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200, size: 'max' }), (title) => {
        const invite = parseInvite(crypto, inviteLink({ ...anInvite(), about: { ...about, title } }));
        const kept = typeof invite === 'string' ? undefined : invite.about?.title;
        expect(kept !== undefined && title.replace(/\p{Cs}/gu, '\ufffd').startsWith(kept)).toBe(true);
      }),
    );
    for (const notebook of ['', '../b', 'a b', 'x'.repeat(201)])
      expect(parseInvite(crypto, inviteLink({ ...anInvite(), about: { ...about, notebook } }))).toBe('damaged');
  });

  it('with anything changed, left out or added is damaged or says something else, and never an error', () => {
    const about = { notebook: 'b-1', title: 'The bridge', from: 'Mara', role: 'viewer' } as const;
    const bytes =
      fromBase64(inviteLink({ ...anInvite(), about }).slice('backstory://join#'.length)) ?? new Uint8Array();
    const linkOf = (some: Uint8Array) => `backstory://join#${toBase64(some)}`;
    const first = inviteLink(anInvite());
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), (end) => {
        // What ends behind the relay is a link of the first kind.
        if (linkOf(bytes.slice(0, end)) !== first)
          expect(parseInvite(crypto, linkOf(bytes.slice(0, end)))).toMatch(/^(damaged|not-an-invite)$/);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200, size: 'max' }), (more) => {
        expect(parseInvite(crypto, linkOf(Uint8Array.from([...bytes, ...more])))).toBe('damaged');
      }),
    );
    expect(parseInvite(crypto, inviteLink({ ...anInvite(), relay: 'http://relay.example.org' }))).toBe('damaged');
  });

  it('names a relay and nothing else', () => {
    for (const good of [relay, 'http://localhost:1234', 'https://[::1]:80']) expect(isOrigin(good)).toBe(true);
    for (const bad of [
      '',
      'relay',
      'ftp://relay',
      'https://a@relay',
      'https://relay/',
      'https://relay?x',
      'javascript:0',
    ])
      expect(isOrigin(bad)).toBe(false);
  });
});

describe('[SY14] a token', () => {
  const now = 1_700_000_000_000;
  const claims = () => ({ room: anInvite().room, relay, head: new Uint8Array(32), issuedAt: now });
  const token = () => signToken(crypto, claims(), deviceOf(crypto, 'Mara').sign);
  const place = () => ({ room: anInvite().room, relay, now });

  it('holds for its device, room and relay, for a minute', () => {
    const checked = checkToken(crypto, token(), place());
    expect(checked).toMatchObject({ ok: true, value: { ...claims(), expires: now + 60_000 } });
    expect(checkToken(crypto, token(), { ...place(), room: new Uint8Array(16) })).toEqual(err('wrong-room'));
    expect(checkToken(crypto, token(), { ...place(), relay: 'https://other.example' })).toEqual(err('wrong-relay'));
    expect(checkToken(crypto, token(), { ...place(), now: now + 90_001 })).toEqual(err('expired'));
    expect(checkToken(crypto, token(), { ...place(), now: now - 30_001 })).toEqual(err('not-yet'));
  });

  it('is another each time', () => {
    expect(token()).not.toBe(token());
  });

  it('does not hold with one sign changed', () => {
    const bytes = fromBase64(token()) ?? new Uint8Array();
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), (at) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect(checkToken(crypto, toBase64(changed), place()).ok).toBe(false);
      }),
    );
  });
});

it('[SY15] reasons of closing have codes of their own, in the range for applications', () => {
  const codes = Object.values(closeReasons).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.every((code) => code >= 4000 && code < 5000)).toBe(true);
  for (const [name, { code }] of Object.entries(closeReasons)) expect(closeReasonOf(code)).toBe(name);
  expect(closeReasonOf(1000)).toBeNull();
});
