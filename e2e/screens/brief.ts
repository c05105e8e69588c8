import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** The brief: what is chosen for it, its preview, and the export. */
export class BriefScreen {
  readonly main: Locator;
  readonly preview: FrameLocator;

  constructor(readonly page: Page) {
    this.main = page.getByRole('main', { name: 'Brief' });
    this.preview = page.frameLocator('iframe[title="Preview of the brief"]');
  }

  part(name: string): Locator {
    return this.main.getByRole('checkbox', { name });
  }

  /** Ticks or unticks a part and waits for the preview to say so. */
  async tick(name: string, on: boolean): Promise<void> {
    await this.main.locator('label', { has: this.page.getByRole('checkbox', { name }) }).click();
    await expect(this.part(name)).toBeChecked({ checked: on });
    await expect(this.heading(name)).toHaveCount(on ? 1 : 0);
  }

  /** The heading of a part in the preview. */
  heading(name: string): Locator {
    return this.preview.getByRole('heading', { level: 2, name });
  }

  /** Exports, waits for the message that names the file, and gives its words: it goes by itself soon. */
  async export(fileName: string): Promise<string> {
    await this.main.getByRole('button', { name: 'Export PDF…' }).click();
    const message = this.page.getByRole('log').getByText(`Saved as “${fileName}”, `);
    await expect(message).toBeVisible({ timeout: 60_000 });
    return message.innerText();
  }
}
