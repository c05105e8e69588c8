import { expect, type Locator, type Page } from '@playwright/test';

/** The list of notebooks. */
export class HomeScreen {
  readonly rows: Locator;

  constructor(readonly page: Page) {
    this.rows = page.getByRole('list', { name: 'Notebooks' }).getByRole('listitem');
  }

  row(title: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('link', { name: title, exact: true }) });
  }

  async open(title: string): Promise<void> {
    await this.page.getByRole('link', { name: title, exact: true }).click();
    await this.page.getByRole('navigation', { name: 'Notebook' }).waitFor();
  }

  /** Chooses from the menu of a notebook's row. */
  async choose(title: string, action: string): Promise<void> {
    await this.page.getByRole('button', { name: `More about ${title}`, exact: true }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
    await expect(this.page.getByRole('menu')).toHaveCount(0);
  }
}
