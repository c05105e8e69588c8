import { expect, type Locator, type Page } from '@playwright/test';
import { NotebookScreen } from './notebook.ts';

export type RoleName = 'Viewer' | 'Editor' | 'Admin';

/** How somebody shares or joins for the first time on a computer. */
export interface FirstTime {
  readonly name: string;
  readonly device?: string;
  /** Where the system has no keychain, and no keys are kept yet. */
  readonly passphrase?: string;
}

/** Sharing: its dialogs, the words in the foot of the window, and what home says. */
export class SharingScreen {
  readonly notebook: NotebookScreen;

  constructor(readonly page: Page) {
    this.notebook = new NotebookScreen(page);
  }

  /** The dialog of the open notebook: its first questions, then members and invitations. */
  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: /^Share “/ });
  }

  async open(): Promise<Locator> {
    await this.notebook.run('Share…');
    await this.dialog.waitFor();
    return this.dialog;
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  /** Shares the open notebook, and leaves the dialog open with its members. */
  async share(relay: string, first: FirstTime): Promise<void> {
    const dialog = await this.open();
    await this.#introduce(dialog, first);
    await dialog.getByRole('textbox', { name: 'Relay' }).fill(relay);
    await dialog.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(this.members).toHaveCount(1);
  }

  /** Makes an invitation in the open dialog, and gives its link. */
  async invite(role: RoleName): Promise<string> {
    const part = this.dialog.getByRole('region', { name: 'Invite somebody' });
    const another = part.getByRole('button', { name: 'Invite somebody else' });
    if (await another.isVisible()) await another.click();
    await part.getByRole('radio', { name: new RegExp(`^${role}`) }).check({ force: true });
    await part.getByRole('button', { name: 'Make an invitation' }).click();
    return await part.getByRole('textbox', { name: 'Link' }).inputValue();
  }

  /** The members in the open dialog. */
  get members(): Locator {
    return this.dialog.getByRole('list', { name: 'Members' }).getByRole('listitem');
  }

  member(name: string): Locator {
    return this.members.filter({ hasText: name });
  }

  /** The invitations in the open dialog that were not used yet. */
  get invitations(): Locator {
    return this.dialog.getByRole('list', { name: 'Invitations' }).getByRole('listitem');
  }

  async takeBack(invitation: Locator): Promise<void> {
    await invitation.getByRole('button', { name: /^Take back the invitation/ }).click();
  }

  async setRole(name: string, role: RoleName): Promise<void> {
    await this.member(name)
      .getByRole('button', { name: new RegExp(`Role of ${name}`) })
      .click();
    await this.page.getByRole('option', { name: role }).click();
    await expect(this.member(name).getByRole('button', { name: new RegExp(`Role of ${name}`) })).toContainText(role);
  }

  /** Asks, in the open dialog, for what one is called. */
  async askName(): Promise<Locator> {
    await this.dialog.getByRole('button', { name: 'Change name…' }).click();
    const asking = this.page.getByRole('dialog', { name: 'What you are called' });
    await expect(asking.getByRole('textbox', { name: 'Your name' })).toBeFocused();
    return asking;
  }

  /** Calls oneself something else, in the dialog that asks for it. */
  async rename(asking: Locator, name: string): Promise<void> {
    await asking.getByRole('textbox', { name: 'Your name' }).fill(name);
    await asking.getByRole('button', { name: 'Change', exact: true }).click();
    await expect(asking).toHaveCount(0);
    await expect(this.member(name)).toContainText('You');
  }

  async remove(name: string): Promise<void> {
    await this.member(name)
      .getByRole('button', { name: `Remove ${name}…` })
      .click();
    await this.page
      .getByRole('alertdialog', { name: `Remove ${name}?` })
      .getByRole('button', { name: 'Remove', exact: true })
      .click();
    await expect(this.member(name)).toHaveCount(0);
  }

  /** Leaves the team, out of the open dialog. */
  async leave(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Leave this notebook’s team…' }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Leave', exact: true }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  /** Pastes a link at home or in a notebook, and gives the dialog that says what is in it. */
  async readInvite(link: string): Promise<Locator> {
    await this.notebook.run('Join a notebook…');
    const asking = this.page.getByRole('dialog', { name: 'Join a notebook' });
    await asking.getByRole('textbox', { name: 'Link of the invitation' }).fill(link);
    await asking.getByRole('button', { name: 'Continue' }).click();
    return this.confirmation;
  }

  /** What is asked before joining. */
  get confirmation(): Locator {
    return this.page.getByRole('dialog', { name: /^Join “.*”\?$/ });
  }

  /** Agrees to the invitation that is shown, and waits for the notebook. */
  async agree(first: FirstTime): Promise<void> {
    await this.confirmation.waitFor();
    await this.#introduce(this.confirmation, first);
    await this.confirmation.getByRole('button', { name: 'Join', exact: true }).click();
    await this.page.getByRole('navigation', { name: 'Notebook' }).waitFor({ timeout: 60_000 });
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  /** Joins by a link, and waits for the notebook. */
  async join(link: string, first: FirstTime): Promise<void> {
    await this.readInvite(link);
    await this.agree(first);
  }

  /** How it stands, in the foot of the window: its words follow "Sharing: ". */
  get status(): Locator {
    return this.page.getByRole('contentinfo').getByRole('button', { name: /^Sharing: / });
  }

  /** Waits for words such as "Sent", "A teammate has it", "Offline since". */
  async says(words: string | RegExp): Promise<void> {
    await expect(this.status).toContainText(words, { timeout: 30_000 });
  }

  /** What the status means: relay, last heard from, what to do. */
  async explain(): Promise<Locator> {
    await this.status.click();
    const about = this.page.getByRole('dialog', { name: /^Sharing: / });
    await about.waitFor();
    return about;
  }

  /** Unlocks the keys, where the notebook was opened with locked ones. */
  async unlock(passphrase: string): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Unlock the keys' });
    await dialog.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await dialog.getByRole('button', { name: 'Unlock' }).click();
    await expect(dialog).toHaveCount(0);
  }

  async #introduce(dialog: Locator, { name, device, passphrase }: FirstTime): Promise<void> {
    await dialog.getByRole('textbox', { name: 'Your name' }).fill(name);
    if (device !== undefined) await dialog.getByRole('textbox', { name: 'This device' }).fill(device);
    if (passphrase === undefined) return;
    await dialog.getByRole('textbox', { name: 'New passphrase' }).fill(passphrase);
    await dialog.getByRole('textbox', { name: 'The same once more' }).fill(passphrase);
  }
}
