import type { Page } from '@playwright/test';

/** The patience with a window on a busy machine, in milliseconds. */
const patience = 60_000;

const draftTitle = 'What a day is worth';

/** Unlocks the library where it is encrypted. */
const passphrase = 'seven umbrellas on the quay';

/** The bridge as the preload script hands it to the page. */
interface RawBridge {
  readonly call: Readonly<Record<string, (args?: unknown) => Promise<unknown>>>;
}

/** The two places that are written to: people in the root document, words in a draft's own. */
export type Place = 'people' | 'words';

/** What the window shows at one moment. */
export interface Shown {
  readonly tokens: readonly string[];
  /** It says “Saved”. */
  readonly saved: boolean;
}

/** The notebook under torture, as its user sees it. */
export class TorturedNotebook {
  readonly #page: Page;
  #at: Place | null = null;

  constructor(page: Page) {
    this.#page = page;
    page.setDefaultTimeout(patience);
  }

  /** Makes the notebook, with a draft in it. */
  async make(): Promise<void> {
    const page = this.#page;
    await page.getByRole('main').waitFor();
    await page.keyboard.press('ControlOrMeta+N');
    await page.getByRole('textbox', { name: /^Title/ }).waitFor();
    await page.keyboard.type('Torture');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Notebook' }).getByRole('button', { name: 'New draft' }).click();
    await this.#draftText().waitFor();
    await page
      .getByRole('main')
      .getByRole('button', { name: /^(Add title|Title of draft)/ })
      .click();
    await page.keyboard.type(draftTitle);
    await page.keyboard.press('Enter');
    await this.saved();
  }

  /** Encrypts the library, and opens the notebook again. */
  async encrypt(): Promise<void> {
    const page = this.#page;
    await page.keyboard.press('ControlOrMeta+K');
    await page.getByRole('combobox', { name: 'Search or run a command' }).fill('Close notebook');
    await page.keyboard.press('Enter');
    await page.getByRole('main', { name: 'Notebooks' }).waitFor();
    await page.evaluate(async (words) => {
      const { bridge } = globalThis as unknown as { bridge: RawBridge }; // put there by the preload script
      await bridge.call['encryption.prepare']?.({ passphrase: words, keychain: false });
      await bridge.call['encryption.begin']?.();
    }, passphrase);
    await page.reload();
    await page.getByRole('link', { name: 'Torture', exact: true }).click();
    await this.opened();
  }

  /** Waits until the notebook is open again after a start, and unlocks it where it is encrypted. */
  async opened(): Promise<void> {
    const locked = this.#page.getByRole('main', { name: 'The library is locked' });
    await this.#contents().or(locked).first().waitFor();
    if (await locked.isVisible()) {
      await locked.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
      await locked.getByRole('button', { name: 'Unlock' }).click();
    }
    await this.#contents().waitFor();
    await this.#page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor();
  }

  async saved(): Promise<void> {
    await this.#page.getByRole('contentinfo').getByText('Saved', { exact: true }).waitFor();
  }

  async go(place: Place): Promise<void> {
    if (this.#at === place) return;
    const name = place === 'people' ? 'Story' : draftTitle;
    await this.#contents().getByRole('link', { name, exact: true }).click();
    if (place === 'words') await this.#draftText().waitFor();
    else await this.#page.getByRole('main', { name: 'Story' }).waitFor();
    this.#at = place;
  }

  /** Shows all there is where one is: a long list is shown in part. */
  async unfold(): Promise<void> {
    const more = this.#page.getByRole('main').getByRole('button', { name: 'Show more', exact: true });
    while ((await more.count()) > 0) await more.last().click();
  }

  /** Types one more token where one is. */
  async type(token: string): Promise<void> {
    const page = this.#page;
    if (this.#at === 'words') {
      await this.#draftText().focus();
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.insertText(`${token} `);
      return;
    }
    await page.getByRole('main').getByRole('button', { name: 'Add person', exact: true }).click();
    await page.getByRole('main').locator('input:focus, textarea:focus').waitFor();
    await page.keyboard.insertText(token);
    await page.keyboard.press('Enter');
  }

  /**
   * What is shown, and whether it is said to be saved, at one and the same moment. What stands in a field that is still being
   * written is no part of it.
   */
  async shown(): Promise<Shown> {
    return await this.#page.evaluate(() => ({
      tokens: document.querySelector('main')?.innerText.match(/\b[pw]\d+x\b/g) ?? [],
      saved: [...document.querySelectorAll('footer [role="status"]')].some(
        ({ textContent }) => textContent === 'Saved',
      ),
    }));
  }

  #contents() {
    return this.#page.getByRole('navigation', { name: 'Notebook' });
  }

  #draftText() {
    return this.#page.getByRole('main').getByRole('textbox', { name: /^Text of draft/ });
  }
}
