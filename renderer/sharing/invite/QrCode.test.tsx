import { cleanup, render, screen } from '@testing-library/react';
import jsQR from 'jsqr';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import { inviteLink, parseInvite } from '../../../shared/sync/invite.ts';
import type { Invite } from '../../../shared/sync/invite.ts';
import { roomIdOf } from '../../../shared/sync/ids.ts';
import { QrCode } from './QrCode.tsx';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});
afterEach(cleanup);

/** Points of the picture to each side of a module. */
const scale = 4;

/** What a camera reads in the picture that is drawn: its ground light, its path dark. */
function scanned(): string | null {
  const picture = screen.getByRole('img', { name: 'QR code of the link' });
  const size = Number(picture.getAttribute('viewBox')?.split(' ')[2]);
  const width = size * scale;
  const points = new Uint8ClampedArray(width * width * 4).fill(255);
  const path = picture.querySelector('path')?.getAttribute('d') ?? '';
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1)
      for (let at = Number(x) * scale; at < (Number(x) + Number(length)) * scale; at += 1)
        points.set([0, 0, 0], (row * width + at) * 4);
  }
  return jsQR(points, width, width, { inversionAttempts: 'dontInvert' })?.data ?? null;
}

function anInvite(): Invite {
  const { publicKey: owner } = crypto.signKeys(crypto.random(32));
  return {
    owner,
    room: roomIdOf(crypto, owner),
    relay: 'https://relay.example.org',
    epoch: 3,
    notebookKey: crypto.random(32),
    seed: crypto.random(32),
    expires: 1_800_000_000_000,
  };
}

describe('[SY13] the QR code of an invitation', () => {
  it('says the same as the link, and opens the same room', () => {
    const invite = anInvite();
    const link = inviteLink(invite);
    render(<QrCode text={link} label="QR code of the link" />);
    const read = scanned();
    expect(read).toBe(link);
    expect(parseInvite(crypto, read ?? '')).toEqual(invite);
  });

  it('holds the longest link that is made', () => {
    const about = {
      notebook: 'n'.repeat(300),
      title: 'Dürre '.repeat(100),
      from: 'Å'.repeat(300),
      role: 'editor',
    } as const;
    const link = inviteLink({ ...anInvite(), relay: `https://${'relay.'.repeat(30)}example.org`, about });
    render(<QrCode text={link} label="QR code of the link" />);
    expect(scanned()).toBe(link);
  });
});
