import { expect, type Locator, type Page } from '@playwright/test';

/** The dialog that links evidence, and the tab that shows it. */
export class EvidenceScreen {
  readonly dialog: Locator;
  readonly panel: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Link evidence' });
    this.panel = page.getByRole('complementary', { name: 'Details' }).getByRole('region', { name: 'Evidence' });
  }

  /** Opens the tab beside the chosen entry. */
  async show(): Promise<void> {
    await this.page
      .getByRole('complementary', { name: 'Details' })
      .getByRole('tab', { name: /^Evidence/ })
      .click();
    await expect(this.panel).toBeVisible();
  }

  /** Chooses one end of the link by its words. */
  async choose(label: 'Passage or source' | 'What it speaks to', words: string, option: RegExp): Promise<void> {
    await this.dialog.getByRole('combobox', { name: label }).fill(words);
    await this.page.getByRole('option', { name: option }).click();
  }

  /** Chooses from a list of the dialog: a field, a grade. */
  async pick(label: RegExp, option: string): Promise<void> {
    await this.dialog.getByRole('button', { name: label }).click();
    // What the field says now is part of the option's name.
    await this.page.getByRole('option', { name: new RegExp(`^${option}`) }).click();
  }

  async link(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Link evidence' }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  /** The evidence for one field in the panel. */
  field(name: string): Locator {
    return this.panel.getByRole('region', { name, exact: true });
  }
}
