import { expect, type Page } from '@playwright/test';
import { NotebookScreen } from './notebook.ts';

/** Encryption of the library: its dialogs, and the screen before a locked one. */
export class EncryptionScreen {
  constructor(readonly page: Page) {}

  /** Opens the dialog that turns it on. */
  async begin() {
    await new NotebookScreen(this.page).run('Encrypt this library…');
    const dialog = this.page.getByRole('dialog', { name: 'Encrypt this library' });
    await dialog.waitFor();
    return dialog;
  }

  /**
   * Turns it on with a passphrase, waits until everything is encrypted, and gives the recovery code.
   * @param look is called while the code is shown
   */
  async turnOn(passphrase: string, look: () => Promise<void> = () => Promise.resolve()): Promise<string> {
    const dialog = await this.begin();
    await dialog.getByRole('textbox', { name: 'New passphrase' }).fill(passphrase);
    await dialog.getByRole('textbox', { name: 'The same once more' }).fill(passphrase);
    await dialog.getByRole('button', { name: 'Continue' }).click();
    const kept = this.page.getByRole('dialog', { name: 'Keep this recovery code' });
    const code = await kept.getByRole('group', { name: 'Recovery code' }).innerText();
    await expect(kept.getByRole('button', { name: 'Encrypt the library' })).toBeDisabled();
    await look();
    await kept.getByText('I have written it down').click();
    await this.#anew(() => kept.getByRole('button', { name: 'Encrypt the library' }).click());
    return code.split(/\s+/).join('-');
  }

  /** The screen before a locked library. */
  get locked() {
    return this.page.getByRole('main', { name: 'The library is locked' });
  }

  /** What is shown while the library is converted, or when that did not go to its end. */
  get conversion() {
    return this.page.getByRole('main', { name: 'Conversion of the library' });
  }

  async unlock(passphrase: string): Promise<void> {
    await this.locked.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await this.locked.getByRole('button', { name: 'Unlock' }).click();
    await expect(this.locked).toHaveCount(0);
  }

  /** Takes the encryption off, and waits until everything is plain. */
  async turnOff(): Promise<void> {
    await new NotebookScreen(this.page).run('Encryption of the library…');
    const dialog = this.page.getByRole('dialog', { name: 'This library is encrypted' });
    await dialog.getByRole('button', { name: 'Take the encryption off…' }).click();
    const sure = this.page.getByRole('alertdialog', { name: 'Take the encryption off?' });
    await this.#anew(() => sure.getByRole('button', { name: 'Take it off' }).click());
  }

  /** Does something after which the window begins anew, and waits until the notebooks are there. */
  async #anew(press: () => Promise<void>): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await press();
    await loaded;
    await this.page.getByRole('main', { name: 'Notebooks' }).waitFor();
  }
}
