import type { Page } from '@playwright/test';

/** What the app calls the time it took to open a document (`renderer/persistence/dual-store.ts`); the detail is the document's id. */
const name = 'document opened';

/** Milliseconds that opening a document took, as soon as it is over. Looks seldom. */
export function documentOpened(page: Page, docId: string): Promise<number> {
  return page.evaluate(
    async ([entries, id]) => {
      const found = (): PerformanceEntry | undefined =>
        performance
          .getEntriesByName(entries)
          .find((entry) => entry instanceof PerformanceMeasure && entry.detail === id);
      while (found() === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
      return found()?.duration ?? Number.NaN;
    },
    [name, docId] as const,
  );
}
