import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err } from '../../shared/lib/result.ts';
import { ShareDialog } from './ShareDialog.tsx';
import { aMember, inviteLink, passphrase, standIn, you } from './testing/stand-in.tsx';
import type { StandInOptions } from './testing/stand-in.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const shared = [{ notebook: 'canal', relay: 'https://relay.example.org', role: 'admin', isOwner: true }] as const;
const ilir = aMember({ id: '3'.repeat(64), name: 'Ilir Kola', device: 'Mac' });

/** The dialog of the notebook "Canal". */
async function dialog(options: StandInOptions) {
  const user = userEvent.setup();
  const made = await standIn(options);
  let closed = 0;
  render(
    <made.Around>
      <ShareDialog
        bridge={made.bridge}
        notebook="canal"
        title="Canal"
        person={made.person}
        onClose={() => (closed += 1)}
      />
    </made.Around>,
  );
  return { ...made, user, closed: () => closed };
}

const field = (name: string) => screen.getByRole('textbox', { name });
const press = (name: string | RegExp) => screen.getByRole('button', { name });

describe('sharing for the first time', () => {
  it('without a keychain says so, takes a passphrase typed twice, and makes the room', async () => {
    const { user, asked, names } = await dialog({ keys: 'none' });
    await screen.findByText(/a passphrase is asked for after every start/);
    await user.type(field('Your name'), ' Mara ');
    await user.type(field('Relay'), 'relay.example.org');
    await user.type(screen.getByLabelText('New passphrase'), passphrase);
    expect(press('Share').hasAttribute('disabled')).toBe(true);
    await user.type(screen.getByLabelText('The same once more'), passphrase);
    await user.click(press('Share'));
    await screen.findByRole('list', { name: 'Members' });
    expect(asked).toEqual([
      ['protect', { passphrase }],
      [
        'share',
        {
          notebook: 'canal',
          name: 'Mara',
          device: 'This computer',
          relay: 'https://relay.example.org',
          title: 'Canal',
        },
      ],
    ]);
    expect([names, localStorage.getItem('backstory.sharing.relay')]).toEqual([['Mara'], 'https://relay.example.org']);
  });

  it('with a keychain asks for no passphrase', async () => {
    const { user, asked } = await dialog({ keys: 'none', keychain: true });
    await screen.findByRole('radio', { name: /In this computer’s keychain/ });
    await user.type(field('Your name'), 'Mara');
    await user.type(field('Relay'), 'localhost:4747');
    await user.click(press('Share'));
    await screen.findByRole('list', { name: 'Members' });
    expect(asked[0]).toEqual(['protect', { passphrase: null }]);
  });

  it('asks no relay that anybody on the way could listen to, and says when one does not answer', async () => {
    const { user, asked } = await dialog({
      sync: { share: () => Promise.resolve(err({ reason: 'unreachable', message: '' })) },
    });
    await user.type(field('Your name'), 'Mara');
    await user.type(field('Relay'), 'http://relay.example.org');
    await user.click(press('Share'));
    await screen.findByText(/Without https only a relay on this computer/);
    await user.clear(field('Relay'));
    await user.type(field('Relay'), 'relay.example.org{Enter}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/does not answer/);
    // What was typed, and the place in it, are still there.
    expect(document.activeElement).toBe(field('Relay'));
    expect(asked).toEqual([]);
  });

  it('with locked keys asks for the passphrase first', async () => {
    const { user } = await dialog({ keys: 'locked' });
    await user.type(screen.getByLabelText('Passphrase'), 'something else');
    await user.click(press('Unlock'));
    await screen.findByText(/This is not the passphrase/);
    await user.clear(screen.getByLabelText('Passphrase'));
    await user.type(screen.getByLabelText('Passphrase'), passphrase);
    await user.click(press('Unlock'));
    await screen.findByRole('textbox', { name: 'Relay' });
  });
});

describe('members and invitations', () => {
  it('an invitation is a link, a picture for cameras and a warning, shown once, and can be taken back', async () => {
    const { user, asked } = await dialog({ shared });
    await screen.findByText('Nobody else yet. Make an invitation, and send it to one person.');
    await user.click(await screen.findByRole('radio', { name: /^Viewer/ }));
    await user.click(press('Make an invitation'));
    expect((await screen.findByRole('textbox', { name: 'Link' })).getAttribute('value')).toBe(inviteLink);
    screen.getByRole('img', { name: /QR code/ });
    screen.getByText(/Whoever has it can read the notebook/);
    const open = await screen.findByRole('list', { name: 'Invitations' });
    screen.getByText('Nobody else has joined yet.');
    await user.click(within(open).getByRole('button', { name: /^Take back the invitation: Viewer/ }));
    await expect.poll(() => screen.queryByRole('list', { name: 'Invitations' })).toBeNull();
    expect(asked).toEqual([
      ['invite', { notebook: 'canal', role: 'viewer', title: 'Canal' }],
      ['revoke', { notebook: 'canal', invite: '2'.repeat(64) }],
    ]);
  });

  it('removing asks first, and says what it does not undo', async () => {
    const { user, asked } = await dialog({ shared, members: [you, ilir] });
    await user.click(await screen.findByRole('button', { name: 'Remove Ilir Kola…' }));
    const sure = await screen.findByRole('alertdialog', { name: 'Remove Ilir Kola?' });
    expect(sure.textContent).toContain('What was already read stays read');
    await user.click(within(sure).getByRole('button', { name: 'Remove' }));
    await expect.poll(() => asked).toEqual([['remove', { notebook: 'canal', member: ilir.id }]]);
    await expect.poll(() => screen.queryByText('Ilir Kola')).toBeNull();
  });

  it('a name that another device used before is warned of in words', async () => {
    await dialog({ shared, members: [you, { ...ilir, warning: 'same-name' }] });
    await screen.findByText(/Another device used this name before/);
  });

  it('one is called something else from now on, here and in what is written next', async () => {
    const { user, asked, names } = await dialog({ shared, members: [you, ilir] });
    const row = async () => within(await screen.findByRole('list', { name: 'Members' })).getAllByRole('listitem')[0];
    await user.click(await screen.findByRole('button', { name: 'Change name…' }));
    const asking = await screen.findByRole('dialog', { name: 'What you are called' });
    const name = within(asking).getByRole('textbox', { name: 'Your name' });
    expect(name.getAttribute('value')).toBe('Mara Riedel');
    await user.clear(name);
    expect(within(asking).getByRole('button', { name: 'Change' }).hasAttribute('disabled')).toBe(true);
    await user.type(name, ' Mara Ried {Enter}');
    await expect.poll(async () => (await row())?.textContent).toContain('Mara RiedYou');
    expect(asked).toEqual([['rename', { notebook: 'canal', name: 'Mara Ried', device: 'Desk' }]]);
    expect(names).toEqual(['Mara Ried']);
    expect(screen.queryByRole('dialog', { name: 'What you are called' })).toBeNull();
  });

  it('what one is called stays where it cannot be changed, and why is said', async () => {
    const rename = () => Promise.resolve(err({ reason: 'gone', message: '' } as const));
    const { user } = await dialog({ shared, sync: { rename } });
    await user.click(await screen.findByRole('button', { name: 'Change name…' }));
    const asking = await screen.findByRole('dialog', { name: 'What you are called' });
    await user.click(within(asking).getByRole('button', { name: 'Change' }));
    expect((await within(asking).findByRole('alert')).textContent).toMatch(/not there any more/);
    await user.click(within(asking).getByRole('button', { name: 'Cancel' }));
    await screen.findByText('Mara Riedel');
  });

  it('gives another role', async () => {
    const { user, asked } = await dialog({ shared, members: [you, ilir] });
    await user.click(await screen.findByRole('button', { name: /Role of Ilir Kola/ }));
    await user.click(await screen.findByRole('option', { name: 'Viewer' }));
    await expect.poll(() => asked).toEqual([['setRole', { notebook: 'canal', member: ilir.id, role: 'viewer' }]]);
  });

  it('who is no admin sees who belongs to it, and changes nothing', async () => {
    const role = 'editor';
    await dialog({
      shared: [{ ...shared[0], role, isOwner: false }],
      members: [
        { ...you, isYou: false },
        { ...ilir, isYou: true },
      ],
    });
    await screen.findByText('Ilir Kola');
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Make an invitation' })).toBeNull();
  });

  it('leaving asks first, and closes the dialog', async () => {
    const { user, asked, closed, list } = await dialog({ shared });
    await user.click(await screen.findByRole('button', { name: 'Leave this notebook’s team…' }));
    const sure = await screen.findByRole('alertdialog');
    await user.click(within(sure).getByRole('button', { name: 'Leave' }));
    await expect.poll(closed).toBe(1);
    expect([asked, list.list()]).toEqual([[['leave', { notebook: 'canal' }]], []]);
  });

  it('says why something was not done, and what to do', async () => {
    const { user } = await dialog({
      shared,
      members: [you, ilir],
      sync: { remove: () => Promise.resolve(err({ reason: 'stale', message: '' })) },
    });
    await user.click(await screen.findByRole('button', { name: 'Remove Ilir Kola…' }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/Somebody else changed the members/);
  });
});
