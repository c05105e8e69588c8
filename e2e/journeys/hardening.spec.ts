import { expect, test } from '../support/test.ts';

test('the app shows one window named Backstory', async ({ backstory: { app, page } }) => {
  await expect(page).toHaveURL('app://backstory/');
  const windows = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({ title: window.getTitle(), visible: window.isVisible() })),
    );
  await expect.poll(windows).toEqual([
    // A matcher is declared as any.
    { title: expect.stringContaining('Backstory') as unknown, visible: true },
  ]);
});

test('the page has no Node, a sandbox, and nothing but the bridge', async ({ backstory: { app, page } }) => {
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in window),
  );
  expect(globals).toEqual([]);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Not in Electron's types, but the only place that tells what a window really has.
    return (contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('the page cannot be led elsewhere and opens no windows', async ({ backstory: { app, page, allow } }) => {
  allow(/leaving the app|Content Security Policy|Not allowed to/);
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  await page.evaluate(() => window.open('about:blank'));
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'file:///etc/passwd';
    document.body.append(link);
    link.click();
    link.remove();
  });
  // Asked of the app: Playwright itself goes on waiting for a navigation that was refused.
  const shown = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
  );
  expect(shown).toEqual(['app://backstory/']);
  expect(await page.evaluate(() => document.title)).toContain('Backstory');
});

test('the content policy refuses inline code, foreign requests and markup from strings', async ({
  backstory: { page, allow },
}) => {
  allow(/Content Security Policy|TrustedHTML|Trusted ?(?:Type|Script)|leaving the app|Failed to load|blocked/i);
  const outcome = await page.evaluate(async () => {
    const refused = async (attempt: () => unknown) => {
      // The debugger lets code be made from strings while its own call runs: try it after that.
      await new Promise((resolve) => setTimeout(resolve));
      try {
        await attempt();
        return 'done';
      } catch {
        return 'refused';
      }
    };
    return {
      markup: await refused(() => {
        document.createElement('div').innerHTML = '<img src=x>';
      }),
      code: await refused(() => globalThis.eval('1') as unknown), // its any is not looked at
      foreign: await refused(() => fetch('https://example.org/')),
      worker: await refused(() => new Worker('https://example.org/worker.js')),
      emptying: await refused(() => {
        document.createElement('div').innerHTML = '';
      }),
    };
  });
  expect(outcome).toEqual({
    markup: 'refused',
    code: 'refused',
    foreign: 'refused',
    worker: 'refused',
    emptying: 'done',
  });
});

test('the scheme serves the built page and nothing beside it', async ({ backstory: { page, allow } }) => {
  allow(/404|Failed to load|Content Security Policy|leaving the app/);
  const answers = await page.evaluate(async () => {
    const get = async (path: string) => (await fetch(path)).status;
    return [
      await get('/'),
      await get('/../main/index.cjs'),
      await get('/%2e%2e/main/index.cjs'),
      await get('/..%5cmain'),
    ];
  });
  expect(answers).toEqual([200, 404, 404, 404]);
});

test('every permission is denied', async ({ backstory: { page } }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone'] satisfies PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});
