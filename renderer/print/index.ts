/**
 * Puts the document of the print window on pages. It runs in a world beside the page's own, where no script runs; main/pdf/ asks
 * for one step after the other, so that it can tell how far it is.
 */
import { Pages } from './pages.ts';

let pages: Pages | null = null;

const steps = {
  /** Waits for fonts and pictures, measures and decides; gives the number of pages. */
  async measure(): Promise<number> {
    const sheet = document.querySelector<HTMLElement>('main.sheet');
    if (sheet === null) return 0;
    const pictures = [...document.images].map((image) => image.decode().catch(() => undefined));
    await Promise.all([fontsLoaded(), ...pictures]);
    pages = new Pages(sheet);
    return pages.count;
  },
  /** Builds so many more pages; gives how many there are. */
  async build(more: number): Promise<number> {
    const done = pages?.build(more) ?? 0;
    // Page numbers and running lines may be the first words in their font, and without it they are printed as nothing.
    if (done === pages?.count) await fontsLoaded();
    return done;
  },
};

/** Layout is what asks for fonts, and a hidden window may not have been laid out. */
async function fontsLoaded(): Promise<void> {
  document.body.getBoundingClientRect();
  await document.fonts.ready;
}

Object.assign(globalThis, { briefPages: steps });
