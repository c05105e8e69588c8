import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { callBridge } from '../support/bridge.ts';
import { answerDialogs, chooseMenuItem } from '../support/dialogs.ts';
import { resize } from '../support/look.ts';
import { readPdf } from '../support/pdf.ts';
import { subject } from '../support/subject.ts';
import { expect, test } from '../support/test.ts';

const run = promisify(execFile);

const job = {
  html: '<!doctype html><html lang="en"><head><title>A small brief</title></head><body><h1>Canal</h1><p>Six days.</p></body></html>',
  paper: 'A4',
  author: 'Mara Ødegård',
};

test('the window comes back as it was left: size, theme and size of the text', async ({ backstory }) => {
  await resize(backstory.app, 1111, 777);
  await callBridge(backstory.page, 'settings.set', { theme: 'dark', textScale: 1.25 });
  await backstory.relaunch();
  const { page, app } = backstory;
  const size = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getContentSize());
  await expect.poll(size).toEqual([1111, 777]);
  await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(1.25);
});

test('the text can be enlarged to 200 % from the menu', async ({ backstory: { app, page } }) => {
  await chooseMenuItem(app, 'View', 'Text size', '200 %');
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(2);
  expect(await callBridge(page, 'settings.get')).toMatchObject({ textScale: 2 });
});

test('a size chosen before the page is there is the page’s, too', async ({ backstory: { app } }) => {
  const opening = app.waitForEvent('window');
  await app.evaluate(({ app: electron, BrowserWindow, Menu }) => {
    // As on a Mac, where the menu is there without a window: the last one closes, another opens, and the menu is used at once.
    electron.once('before-quit', (event) => {
      event.preventDefault();
    });
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
    electron.emit('activate');
    const sizes = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []);
    const size = sizes
      ?.find((item) => item.label === 'Text size')
      ?.submenu?.items.find((item) => item.label === '200 %');
    // Electron declares it as a bare Function.
    (size?.click as () => void)();
  });
  const page = await opening;
  await expect(page.getByRole('main', { name: 'Notebooks' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(2);
});

test('a damaged settings file is kept aside and does not keep the app from starting', async ({ backstory }) => {
  const file = join(backstory.folder, 'user-data', 'settings.json');
  await callBridge(backstory.page, 'settings.set', { theme: 'dark' });
  // The app writes its settings once more as it closes: they are damaged after that.
  await backstory.app.evaluate(({ app: electron }, path) => {
    const { writeFileSync } = process.getBuiltinModule('node:fs');
    electron.once('quit', () => writeFileSync(path, '{"version":1,'));
  }, file);
  await backstory.relaunch();
  await expect(backstory.page).toHaveURL('app://backstory/');
  expect(await callBridge(backstory.page, 'settings.get')).toMatchObject({ theme: 'system' });
  expect(await readFile(`${file}.broken`, 'utf8')).toBe('{"version":1,');
});

test('the bridge refuses malformed arguments and unknown methods', async ({ backstory: { page } }) => {
  for (const [method, args] of [
    ['settings.set', { theme: 'sepia' }],
    ['window.setTitle', { title: 7 }],
    ['brief.exportPdf', { job: { ...job, paper: 'A0' }, suggestedName: 'x.pdf' }],
    ['brief.exportPdf', { job, suggestedName: 'x'.repeat(300) }],
    ['files.openPage', { path: '/etc/passwd' }],
    ['files.read', '/etc/passwd'],
  ] as const) {
    await expect(callBridge(page, method, args)).rejects.toThrow();
  }
});

test('a brief runs no script while it is printed', async ({ backstory: { app, page, folder } }) => {
  const path = join(folder, 'canal.pdf');
  await answerDialogs(app, { saveTo: path });
  const script = '<script>document.body.textContent = "it ran"</script>';
  const html = `${job.html}${script}<img src="data:," onerror="document.body.textContent='it ran'" alt="">`;
  expect(
    await callBridge(page, 'brief.exportPdf', { job: { ...job, html }, suggestedName: 'Canal.pdf' }),
  ).toMatchObject({
    ok: true,
  });
  expect((await readPdf(path)).text.trim()).toMatch(/^Canal\s+Six days\.$/);
});

test('a PDF is saved where the dialog says, whole, with its description', async ({
  backstory: { app, page, folder },
}) => {
  const path = join(folder, 'canal.pdf');
  await answerDialogs(app, { saveTo: join(folder, 'canal') });
  expect(await callBridge(page, 'brief.exportPdf', { job, suggestedName: 'Canal.pdf' })).toEqual({
    ok: true,
    value: { fileName: 'canal.pdf', pages: 1 },
  });
  const pdf = await readPdf(path);
  expect(Object.fromEntries(pdf.info)).toMatchObject({ Title: 'A small brief', Author: 'Mara Ødegård', Tagged: 'yes' });
  expect(pdf.info.get('Page size')).toContain('A4');
  expect(pdf.text).toContain('Six days.');
  expect((await readdir(folder)).sort()).toEqual(['canal.pdf', 'user-data']);
});

test('a cancelled dialog and a folder that is not there save nothing and say why', async ({
  backstory: { app, page, folder },
}) => {
  await answerDialogs(app, { saveTo: '' });
  expect(await callBridge(page, 'brief.exportPdf', { job, suggestedName: 'Canal.pdf' })).toMatchObject({
    ok: false,
    error: { reason: 'cancelled' },
  });
  await answerDialogs(app, { saveTo: join(folder, 'nowhere', 'canal.pdf') });
  expect(await callBridge(page, 'brief.exportPdf', { job, suggestedName: 'Canal.pdf' })).toEqual({
    ok: false,
    error: { reason: 'write-failed', message: '“canal.pdf” could not be saved: there is no such folder.' },
  });
  expect(await readdir(folder)).toEqual(['user-data']);
});

test('an address is opened only when its host was confirmed', async ({ backstory: { app, page } }) => {
  const open = (url: string) => callBridge(page, 'shell.openExternal', { url });
  await answerDialogs(app, { confirm: 'no' });
  expect(await open('https://example.org/')).toMatchObject({ error: { reason: 'cancelled' } });
  await answerDialogs(app, { confirm: 'yes' });
  expect(await open('https://example.org/')).toMatchObject({ ok: true });
  for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/x']) {
    expect(await open(url)).toMatchObject({ error: { reason: 'not-allowed' } });
  }
});

test('a second start hands its files to the running app and ends', async ({ backstory: { page, folder } }) => {
  const file = join(folder, 'later.txt');
  await writeFile(file, 'A page');
  await page.evaluate(() => {
    // The preload script put it there.
    const { bridge } = globalThis as unknown as {
      bridge: { on: (event: string, heard: () => void) => void };
    };
    bridge.on('files.opened', () => {
      document.body.dataset['told'] = 'yes';
    });
  });
  const { executable, args } = subject();
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // The hook for another data folder works under an inspector only, in a packaged app.
  await run(executable, [...root, '--inspect=0', ...args, file], {
    env: { ...process.env, BACKSTORY_USER_DATA: join(folder, 'user-data') },
  });
  await expect.poll(() => page.evaluate(() => document.body.dataset['told'])).toBe('yes');
});
