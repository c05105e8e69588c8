import { expect, type Locator, type Page } from '@playwright/test';
import { NotebookScreen } from './notebook.ts';

/** Looking back: an earlier state in the views, the changes of an entry and of the whole notebook, backups, what is new. */
export class HistoryScreen extends NotebookScreen {
  /** The head of a view that shows an earlier state. */
  readonly asKnownOn: Locator;
  readonly slider: Locator;
  readonly view: Locator;

  constructor(page: Page) {
    super(page);
    this.asKnownOn = page.getByRole('region', { name: 'As known on' });
    this.slider = this.asKnownOn.getByRole('slider', { name: 'Moment in the notebook’s history' });
    this.view = page.getByRole('main', { name: 'History' });
  }

  /** Shows the notebook as known at the latest moment, with the slider ready. */
  async lookBack(): Promise<void> {
    await this.run('Show the notebook as known on');
    await expect(this.asKnownOn.getByRole('textbox', { name: 'Day to show the notebook as of' })).toBeFocused();
    await expect(this.slider).toBeEnabled();
    await this.slider.focus();
  }

  /** Goes back change by change, with the arrow key, until one is reached. Changes that came in together are one step. */
  async backTo(change: string): Promise<void> {
    await this.#stepTo(change, 'ArrowLeft');
  }

  /** The same in the other direction. */
  async forthTo(change: string): Promise<void> {
    await this.#stepTo(change, 'ArrowRight');
  }

  async #stepTo(change: string, key: string): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press(key);
      expect(await this.slider.getAttribute('aria-valuetext')).toContain(change);
    }).toPass({ intervals: [100], timeout: 10_000 });
    await expect(this.asKnownOn.getByRole('status')).toContainText(change);
  }

  /** The changes listed within a part of the window, the latest first. */
  changes(where: Locator): Locator {
    return where.getByRole('listitem').filter({ has: this.page.locator('time') });
  }

  /** Opens one of the changes by what it says. */
  async open(where: Locator, what: string | RegExp): Promise<Locator> {
    const change = this.changes(where).filter({ hasText: what }).first();
    await change.getByRole('button', { name: what }).click();
    await expect(change.getByRole('button', { name: 'Show the notebook as known then' })).toBeVisible();
    return change;
  }

  /** Compares the latest backup with the present. */
  async compareLatestBackup(): Promise<void> {
    await this.run('Go to History');
    await this.view.getByRole('tab', { name: 'Backups' }).click();
    await this.view
      .getByRole('button', { name: /^Compare the backup/ })
      .first()
      .click();
    await expect(this.view.getByRole('heading', { level: 1, name: /compared with now$/ })).toBeVisible();
  }

  /** The panel that says what changed since a moment. */
  news(since: string): Locator {
    return this.page.getByRole('region', { name: `What changed since ${since}` });
  }
}
