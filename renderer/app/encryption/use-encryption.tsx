import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EncryptionState } from '../../../shared/bridge/index.ts';
import { useActions } from '../../session/actions.ts';
import { ConfirmDialog, toasts } from '../../ui/index.ts';
import { actionIds } from '../action-ids.ts';
import { useServices } from '../services-context.ts';
import { bringToFolder } from './bring-to-folder.ts';
import { EncryptDialog } from './EncryptDialog.tsx';
import { EncryptionDialog } from './EncryptionDialog.tsx';

/** The action on the library's encryption. Gives its dialogs. */
export function useEncryption(): ReactNode {
  const { bridge, store, captures, library, screens, encrypted } = useServices();
  const [state, setState] = useState<EncryptionState | null>(null);
  const [isTurningOff, setTurningOff] = useState(false);
  const close = (): void => setState(null);
  const look = async (): Promise<void> => setState(await bridge.encryption.state());

  useActions([
    {
      id: actionIds.encryption,
      title: encrypted ? 'Encryption of the library…' : 'Encrypt this library…',
      group: 'Notebook',
      keywords: ['passphrase', 'password', 'lock', 'protect', 'privacy', 'security', 'encrypt'],
      run: () => void look(),
    },
  ]);

  /** Stores and closes everything, so that nothing is written while the library is converted. */
  const letGo = async (): Promise<string | null> => {
    await screens.home();
    const problems = encrypted ? [] : await bringToFolder({ store, captures }, false);
    if (problems.length > 0)
      return `Not encrypted: something is not stored in the library folder as it should be, and would be lost. ${problems.join(' ')}`;
    await library.close();
    return null;
  };
  const turnOff = async (): Promise<void> => {
    await letGo();
    const begun = await bridge.encryption.turnOff();
    if (begun.ok) location.reload();
    else toasts.show({ message: begun.error.message, tone: 'error' });
  };

  if (isTurningOff)
    return (
      <ConfirmDialog
        title="Take the encryption off?"
        confirmLabel="Take it off"
        tone="danger"
        isOpen
        onConfirm={() => void turnOff()}
        onCancel={() => setTurningOff(false)}
      >
        <p>
          Every notebook is written as plain files, with titles in the names of its folders, and compared. Whoever gets
          at the disk can then read them.
        </p>
      </ConfirmDialog>
    );
  if (state?.kind === 'plain')
    return <EncryptDialog bridge={bridge} onLetGo={letGo} onBegun={() => location.reload()} onClose={close} />;
  if (state?.kind === 'open')
    return (
      <EncryptionDialog
        bridge={bridge}
        state={state}
        onChanged={() => void look()}
        onTurnOff={() => {
          close();
          setTurningOff(true);
        }}
        onClose={close}
      />
    );
  return null;
}
