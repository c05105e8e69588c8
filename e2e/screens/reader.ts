import { expect, type Locator, type Page } from '@playwright/test';
import { NotebookScreen } from './notebook.ts';

/** A source that is read. */
export class ReaderScreen {
  readonly notebook: NotebookScreen;
  readonly text: Locator;
  readonly bar: Locator;
  readonly passages: Locator;
  readonly caret: Locator;
  readonly find: Locator;

  constructor(readonly page: Page) {
    this.notebook = new NotebookScreen(page);
    const { main } = this.notebook;
    this.text = main.getByRole('region', { name: 'Text of the source' });
    this.bar = page.getByRole('toolbar', { name: 'Selection' });
    this.passages = main.getByRole('region', { name: 'Passages', exact: true });
    this.caret = page.getByRole('application', { name: 'Caret in the text' });
    this.find = main.getByRole('searchbox', { name: 'Find in this source' });
  }

  /** Makes a source of a text, through the dialogs, and opens it. */
  async add(text: string): Promise<void> {
    await this.notebook.run('Add source');
    await this.page.getByRole('textbox', { name: 'The source’s text' }).fill(text);
    await this.page.getByRole('button', { name: 'Go on' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Add source' }).click();
    await expect(this.text).toBeVisible();
  }

  /** The item of a passage beside the text. */
  item(words: string): Locator {
    return this.passages.getByRole('listitem').filter({ hasText: words });
  }

  /** The highlighted stretches of the text that hold these words. */
  mark(words: string): Locator {
    return this.text.locator('mark').filter({ hasText: words });
  }

  /** Selects from the first letter of some words to the last of others, by dragging the mouse. */
  async drag(from: string, to = from): Promise<void> {
    const start = await this.#pointAt(from, 'start');
    const end = await this.#pointAt(to, 'end');
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
    await this.page.mouse.up();
    await expect(this.bar).toBeVisible();
  }

  /** Highlights words in a colour. */
  async highlight(colour: 'yellow' | 'green' | 'red' | 'violet', from: string, to = from): Promise<void> {
    await this.drag(from, to);
    await this.bar.getByRole('button', { name: `Highlight in ${colour}` }).click();
    await expect(this.bar).toHaveCount(0);
  }

  /** Where words of one piece stand in the window. */
  async #pointAt(words: string, edge: 'start' | 'end'): Promise<{ readonly x: number; readonly y: number }> {
    return this.text.evaluate(
      (text, [wanted, side]) => {
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const index = node.textContent?.indexOf(wanted) ?? -1;
          if (index === -1) continue;
          const range = new Range();
          const end = index + wanted.length;
          range.setStart(node, side === 'end' ? end - 1 : index);
          range.setEnd(node, side === 'end' ? end : index + 1);
          const rect = range.getBoundingClientRect();
          return { x: side === 'end' ? rect.right - 1 : rect.left + 1, y: rect.top + rect.height / 2 };
        }
        throw new Error(`Not in the text: ${wanted}`);
      },
      [words, edge] as const,
    );
  }
}
