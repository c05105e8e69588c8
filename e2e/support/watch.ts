import type { ElectronApplication, Page } from '@playwright/test';

/** Addresses that stay inside the app. */
const inside = /^(?:app:|brief:|source:|blob:|data:|about:|devtools:)/;

/** What must not happen during a journey, noted as it happens: errors, policy violations, requests that leave the app. */
export interface Watch {
  readonly problems: readonly string[];
}

/** Watches every page of an app from now on. */
export function watchApp(app: ElectronApplication): Watch {
  const seen: string[] = [];
  const note = (text: string) => seen.push(text);
  const watchPage = (page: Page) => {
    page.on('pageerror', (error) => note(`error on the page: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') note(`console error: ${message.text()}`);
    });
    page.on('crash', () => note('the page crashed'));
  };
  app.context().on('request', (request) => {
    if (!inside.test(request.url())) note(`request leaving the app: ${request.url()}`);
  });
  app.on('window', watchPage);
  for (const page of app.windows()) watchPage(page);
  return { problems: seen };
}
