import { expect, type Locator, type Page } from '@playwright/test';

/** The window of an open notebook. */
export class NotebookScreen {
  readonly contents: Locator;
  readonly details: Locator;
  readonly main: Locator;

  constructor(readonly page: Page) {
    this.contents = page.getByRole('navigation', { name: 'Notebook' });
    this.details = page.getByRole('complementary', { name: 'Details' });
    this.main = page.getByRole('main');
  }

  /** Goes to a part of the notebook by its name in the contents. */
  async go(name: string): Promise<void> {
    await this.contents.getByRole('link', { name, exact: true }).click();
  }

  /** Waits until everything typed is stored. */
  async saved(): Promise<void> {
    await expect(this.page.getByRole('contentinfo').getByRole('status')).toHaveText(/^Saved( here)?$/);
  }

  /** Makes a notebook from the home screen or from another notebook, and gives it its title. */
  async create(title: string): Promise<void> {
    await this.main.waitFor();
    await this.page.keyboard.press('ControlOrMeta+N');
    // The title waits for its first letters.
    await expect(this.page.getByRole('textbox', { name: /^Title/ })).toBeFocused();
    await this.page.keyboard.type(title);
    await this.page.keyboard.press('Enter');
    await expect(this.main.getByRole('heading', { level: 1 })).toContainText(title);
    await this.saved();
  }

  /** Runs a command by its name in the palette. */
  async run(command: string): Promise<void> {
    // What is still closing keeps the keys to itself.
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
    await this.page.keyboard.press('ControlOrMeta+K');
    const palette = this.page.getByRole('dialog', { name: 'Command palette' });
    await expect(palette.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
    await this.page.keyboard.type(command);
    const first = palette.getByRole('option').first();
    await expect(first).toContainText(command);
    // Enter runs what is chosen; on a busy computer that is a moment later than the list.
    await expect(first).toHaveAttribute('data-focused', 'true');
    await this.page.keyboard.press('Enter');
    await expect(palette).toHaveCount(0);
  }

  /** Back to the list of notebooks. */
  async close(): Promise<void> {
    await this.run('Close notebook');
    await this.page.getByRole('main', { name: 'Notebooks' }).waitFor();
  }
}
