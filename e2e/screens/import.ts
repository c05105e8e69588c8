import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** The dialogs of an import. */
export class ImportScreen {
  constructor(readonly page: Page) {}

  /** The dialog of a step, by the beginning of its title. */
  dialog(title: RegExp | string): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  get preview(): Locator {
    return this.dialog(/^Import “/);
  }

  get update(): Locator {
    return this.dialog(/^Update from “/);
  }

  /** The lines of what was recognised: "Timeline 27". */
  async recognised(): Promise<readonly string[]> {
    const lines = this.preview.getByRole('list', { name: 'Recognised', exact: true }).locator(':scope > li');
    const texts = await lines.evaluateAll((items) =>
      items.map((item) => {
        const line = item.querySelector('button') ?? item;
        return line instanceof HTMLElement ? line.innerText : '';
      }),
    );
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** Drops files on the window, as a file manager does. */
  async drop(...paths: readonly string[]): Promise<void> {
    const files = await Promise.all(
      paths.map(async (path) => ({ name: basename(path), bytes: [...(await readFile(path))] })),
    );
    await this.dropBytes(files);
  }

  /** Drops files made up here. */
  async dropBytes(files: readonly { readonly name: string; readonly bytes: readonly number[] }[]): Promise<void> {
    const transfer = await this.page.evaluateHandle((given) => {
      const data = new DataTransfer();
      for (const { name, bytes } of given) data.items.add(new File([new Uint8Array(bytes)], name));
      return data;
    }, files);
    await this.page.locator('body').dispatchEvent('dragenter', { dataTransfer: transfer });
    await this.page.locator('body').dispatchEvent('drop', { dataTransfer: transfer });
  }

  /** Pastes text while no field has the focus. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((words) => {
      const data = new DataTransfer();
      data.setData('text/plain', words);
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);
  }

  /** The link of a part of the notebook, with how many things it leads to: "Timeline", 27. */
  contents(name: string, count: number): Locator {
    return this.page
      .getByRole('navigation', { name: 'Notebook' })
      .getByRole('link', { name, exact: true })
      .filter({ hasText: new RegExp(`^${name}\\s*${String(count)}$`) });
  }
}
