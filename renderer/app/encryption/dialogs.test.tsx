import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Bridge } from '../../../shared/bridge/index.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { memoryEncryption } from '../../bridge/memory-encryption.ts';
import { EncryptDialog } from './EncryptDialog.tsx';
import { LockedScreen } from './LockedScreen.tsx';

afterEach(cleanup);

const code = 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH';

/** A main process that notes what it is asked. */
function asked(calls: Partial<Bridge['encryption']>) {
  const seen: unknown[] = [];
  const encryption: Bridge['encryption'] = {
    ...memoryEncryption,
    prepare: (args) => {
      seen.push(args);
      return Promise.resolve(ok({ recoveryCode: code }));
    },
    begin: () => {
      seen.push('begin');
      return Promise.resolve(ok(undefined));
    },
    ...calls,
  };
  return { seen, bridge: { encryption } };
}

const keychain = { keychain: () => Promise.resolve({ available: true, why: '' }) };

describe('turning encryption on', () => {
  it('with the keychain alone shows the recovery code, and begins when it was written down', async () => {
    const user = userEvent.setup();
    const { seen, bridge } = asked(keychain);
    let begun = 0;
    const letGo = () => Promise.resolve(null);
    render(<EncryptDialog bridge={bridge} onLetGo={letGo} onBegun={() => (begun += 1)} onClose={() => undefined} />);
    await user.click(await screen.findByRole('radio', { name: /By this computer’s keychain/ }));
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    const shown = await screen.findByRole('group', { name: 'Recovery code' });
    expect(shown.textContent).toBe(code.replaceAll('-', ''));
    expect(screen.getByRole('button', { name: 'Encrypt the library' }).hasAttribute('disabled')).toBe(true);
    await user.click(screen.getByRole('checkbox', { name: 'I have written it down' }));
    await user.click(screen.getByRole('button', { name: 'Encrypt the library' }));
    await expect.poll(() => begun).toBe(1);
    expect(seen).toEqual([{ passphrase: null, keychain: true }, 'begin']);
  });

  it('with a passphrase asks for it twice, and lets the keychain keep the key besides', async () => {
    const user = userEvent.setup();
    const { seen, bridge } = asked(keychain);
    const letGo = () => Promise.resolve('Something is not stored.');
    render(<EncryptDialog bridge={bridge} onLetGo={letGo} onBegun={() => undefined} onClose={() => undefined} />);
    await user.type(screen.getByLabelText('New passphrase'), 'nine wet umbrellas');
    await user.type(screen.getByLabelText('The same once more'), 'nine wet umbrellaz');
    screen.getByText('The two are not the same.');
    expect(screen.getByRole('button', { name: 'Continue' }).hasAttribute('disabled')).toBe(true);
    await user.type(screen.getByLabelText('The same once more'), '{Backspace}s');
    await user.click(await screen.findByRole('checkbox', { name: /Do not ask on this computer/ }));
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.click(await screen.findByRole('checkbox', { name: 'I have written it down' }));
    await user.click(screen.getByRole('button', { name: 'Encrypt the library' }));
    // What could not be stored would be lost: nothing is begun.
    expect((await screen.findByRole('alert')).textContent).toBe('Something is not stored.');
    expect(seen).toEqual([{ passphrase: 'nine wet umbrellas', keychain: true }]);
  });
});

describe('a locked library', () => {
  it('says what is wrong, and lets one try again', async () => {
    const user = userEvent.setup();
    let unlocked = 0;
    const { bridge } = asked({
      unlock: ({ secret }) =>
        Promise.resolve(
          secret === 'right one' ? ok(undefined) : err({ reason: 'wrong', message: 'This is not the passphrase.' }),
        ),
    });
    render(<LockedScreen bridge={bridge} passphrase lost={false} onUnlocked={() => (unlocked += 1)} />);
    await user.type(screen.getByLabelText('Passphrase'), 'wrong one{Enter}');
    await screen.findByText('This is not the passphrase.');
    await user.clear(screen.getByLabelText('Passphrase'));
    await user.type(screen.getByLabelText('Passphrase'), 'right one{Enter}');
    await expect.poll(() => unlocked).toBe(1);
  });

  it('whose key the keychain has lost asks for the recovery code, and says why', async () => {
    const { bridge } = asked({});
    render(<LockedScreen bridge={bridge} passphrase={false} lost onUnlocked={() => undefined} />);
    screen.getByText(/keychain should unlock it and did not give the key/);
    screen.getByRole('textbox', { name: 'Recovery code' });
    expect(screen.queryByRole('button', { name: 'Use the passphrase' })).toBeNull();
  });
});
