import { expect, type Locator, type Page } from '@playwright/test';

/** The Story view: fields are found by their name, on the page or in the details. */
export class StoryScreen {
  readonly main: Locator;
  readonly details: Locator;

  constructor(readonly page: Page) {
    this.main = page.getByRole('main', { name: 'Story' });
    this.details = page.getByRole('complementary', { name: 'Details' });
  }

  /** A field that holds something, by its whole name: "Title of event Salvage firm named". */
  field(name: string, where: Locator = this.main): Locator {
    return where.getByRole('textbox', { name, exact: true });
  }

  /** The button of a field that holds nothing yet. */
  empty(name: string, where: Locator = this.main): Locator {
    return where.getByRole('button', { name: new RegExp(`: ${name}$`) });
  }

  /** Begins to fill a field that holds nothing. */
  async begin(name: string, where: Locator = this.main): Promise<void> {
    await this.empty(name, where).click();
    await expect(where.locator('input:focus, textarea:focus')).toBeVisible();
  }

  /** Writes into a field with the mouse, whether it holds something or not, and ends with Enter. */
  async write(name: string, text: string, where: Locator = this.main): Promise<void> {
    const either = this.field(name, where).or(this.empty(name, where));
    await either.click();
    await this.field(name, where).fill(text);
    await this.page.keyboard.press('ControlOrMeta+Enter');
    // Its name may be another one now: a title is part of it.
    await expect(where.locator('textarea')).toHaveCount(0);
  }

  /** Adds an entry and gives it its first field. */
  async add(button: string, text: string): Promise<void> {
    await this.main.getByRole('button', { name: button, exact: true }).click();
    await expect(this.main.getByRole('textbox').and(this.page.locator(':focus'))).toBeVisible();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Chooses from one of the pickers of a closed set. */
  async choose(name: string, option: string): Promise<void> {
    await this.details.getByRole('button', { name: new RegExp(name) }).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  /** The rows of a section, by its heading. */
  rows(section: string): Locator {
    return this.main.getByRole('region', { name: section }).locator('[data-entry]');
  }
}
