import { expect, type Locator, type Page } from '@playwright/test';
import { NotebookScreen } from './notebook.ts';

/** The drafts of an open notebook, and the one that is being written. */
export class DraftsScreen extends NotebookScreen {
  readonly text: Locator;
  readonly toolbar: Locator;
  readonly menu: Locator;

  constructor(page: Page) {
    super(page);
    this.text = this.main.getByRole('textbox', { name: /^Text of draft/ });
    this.toolbar = this.main.getByRole('toolbar', { name: 'Formatting' });
    this.menu = this.main.getByRole('listbox', { name: 'Entries to refer to' });
  }

  /** Makes a draft, gives it a title and puts the caret into its text. */
  async begin(title: string): Promise<void> {
    await this.contents.getByRole('button', { name: 'New draft' }).click();
    await this.text.waitFor();
    await this.main.getByRole('button', { name: /^(Add title|Title of draft)/ }).click();
    await expect(this.main.getByRole('textbox', { name: /^Title of draft/ })).toBeFocused();
    await this.page.keyboard.type(title);
    await this.page.keyboard.press('Enter');
    await expect(this.main.getByRole('heading', { level: 1 })).toContainText(title);
    await this.text.click();
    await expect(this.text).toBeFocused();
  }

  /** A block of the text by what it is: `h2`, `blockquote`, `li`. */
  block(selector: string): Locator {
    return this.text.locator(selector);
  }
}
