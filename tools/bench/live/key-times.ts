import type { Page } from '@playwright/test';
import { median } from '../figure.ts';

/** Milliseconds between keys: what waits until one stops typing must not come between them. */
const pace = 60;

/**
 * Types letters where the focus is, as trusted key events, and gives the median of the milliseconds that the page's thread works for one: from
 * the event until what it set off is done and the page is laid out again. A frame that is drawn meanwhile does not count.
 */
export async function keyTimes(page: Page, letters: string): Promise<number> {
  const watch = await page.evaluateHandle(() => {
    const times: number[] = [];
    let start = 0;
    // What is set off by the letter is done in microtasks, some of which set off others.
    const measure = (deep: number): void => {
      if (deep > 0) return queueMicrotask(() => measure(deep - 1));
      // Asking for a place lays the page out.
      document.body.getBoundingClientRect();
      times[times.length - 1] = performance.now() - start;
    };
    const onKey = (): void => {
      start = performance.now();
      times.push(0);
    };
    // Behind everybody else's. An editor either writes the letter itself or lets the browser write it: the later of the two counts.
    const onLetter = (): void => measure(8);
    addEventListener('keydown', onKey, true);
    // On the text itself: Lexical keeps the letter from whatever is around it.
    const text = document.activeElement;
    text?.addEventListener('beforeinput', onLetter);
    text?.addEventListener('input', onLetter);
    const stop = (): readonly number[] => {
      removeEventListener('keydown', onKey, true);
      text?.removeEventListener('beforeinput', onLetter);
      text?.removeEventListener('input', onLetter);
      return times.filter((time) => time > 0);
    };
    return { stop };
  });
  await page.keyboard.type(letters, { delay: pace });
  const times = await watch.evaluate(({ stop }) => stop());
  if (times.length < letters.length * 0.9) throw new Error(`${times.length} of ${letters.length} letters were typed`);
  return median(times);
}
