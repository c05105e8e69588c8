import { expect, type Locator, type Page } from '@playwright/test';

/** The brief: what is chosen for it, its preview, and the export. */
export class BriefScreen {
  readonly main: Locator;
  /** The pages as they would be saved, those around the one that is read. */
  readonly preview: Locator;

  constructor(readonly page: Page) {
    this.main = page.getByRole('main', { name: 'Brief' });
    this.preview = page.getByRole('region', { name: 'Preview of the brief' });
  }

  part(name: string): Locator {
    return this.main.getByRole('checkbox', { name });
  }

  /** Ticks or unticks a part and waits for the preview to say so. */
  async tick(name: string, on: boolean): Promise<void> {
    await this.main.locator('label', { has: this.page.getByRole('checkbox', { name }) }).click();
    await expect(this.part(name)).toBeChecked({ checked: on });
    await this.settled();
    await expect(this.heading(name)).toHaveCount(on ? 1 : 0);
  }

  /** Chooses one of several: a kind of brief, a depth, a paper. */
  async choose(name: string): Promise<void> {
    // Looked for within each label, so it must not begin at the brief itself.
    await this.main.locator('label', { has: this.page.getByRole('radio', { name }) }).click();
    await expect(this.main.getByRole('radio', { name })).toBeChecked();
  }

  /** Waits until the preview is of the brief as it is. */
  async settled(): Promise<void> {
    await expect(this.preview).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
  }

  /** How many pages the preview has. */
  async pages(): Promise<number> {
    await this.settled();
    return this.sheets.count();
  }

  /** What each page of the preview holds: its words, and the different targets of its links ("page 3", or an address) in order. */
  async read(): Promise<readonly { readonly words: string; readonly links: readonly string[] }[]> {
    const read = [];
    for (const sheet of await this.sheets.all()) {
      // Only the pages near the one that is read have words.
      await sheet.scrollIntoViewIfNeeded();
      await sheet.locator('p, [role=heading]').first().waitFor({ state: 'attached' });
      const page = await sheet.evaluate((one) => ({
        words: one.textContent ?? '',
        links: [...one.querySelectorAll('[title]')].map((link) => link.getAttribute('title') ?? ''),
      }));
      const links = page.links.map((title) => title.replace(/^Page (\d+)$/, 'page $1'));
      read.push({ words: page.words, links: [...new Set(links)].sort() });
    }
    return read;
  }

  private get sheets(): Locator {
    return this.preview.getByRole('group', { name: /^Page \d+ of \d+$/ });
  }

  /** The heading of a part in the preview. */
  heading(name: string): Locator {
    return this.preview.getByRole('heading', { level: 2, name });
  }

  /** Exports, waits for the message that names the file, and gives its words: it goes by itself soon. @param patience milliseconds */
  async export(fileName: string, patience = 60_000): Promise<string> {
    await this.main.getByRole('button', { name: 'Export PDF…' }).click();
    const message = this.page.getByRole('log').getByText(`Saved as “${fileName}”, `);
    await expect(message).toBeVisible({ timeout: patience });
    return message.innerText();
  }
}
