import { NotebookScreen } from '../screens/notebook.ts';
import { resize } from '../support/look.ts';
import { expect, test } from '../support/test.ts';

test('the contents lead to every part of the notebook', async ({ backstory: { page } }) => {
  const notebook = new NotebookScreen(page);
  await notebook.create('The long drought');
  for (const name of ['Timeline', 'Search', 'Trash', 'Story']) {
    await notebook.go(name);
    await expect(page.getByRole('main', { name })).toBeVisible();
    await expect(notebook.contents.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page');
  }
  await notebook.go('People');
  await expect(page.getByRole('main', { name: 'Story' }).getByRole('heading', { name: 'People' })).toBeInViewport();
});

test('the panels become drawers in a narrow window, closed with Escape', async ({ backstory: { app, page } }) => {
  const notebook = new NotebookScreen(page);
  await notebook.create('The long drought');
  await resize(app, 1360);
  await expect(notebook.contents).toBeVisible();
  await expect(notebook.details).toBeVisible();

  await resize(app, 660);
  await expect(notebook.contents).toHaveCount(0);
  await expect(notebook.details).toHaveCount(0);
  const button = page.getByRole('button', { name: 'Contents', exact: true });
  await button.press('Enter');
  await expect(notebook.contents).toBeVisible();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(notebook.contents).toHaveCount(0);
  await expect(button).toBeFocused();

  await button.press('Enter');
  await notebook.go('Timeline');
  await expect(page.getByRole('main', { name: 'Timeline' })).toBeVisible();
  await expect(notebook.contents).toHaveCount(0);
});

test('a panel’s width is set with the keyboard and remembered', async ({ backstory }) => {
  const { page, app } = backstory;
  await resize(app, 1360);
  const notebook = new NotebookScreen(page);
  await notebook.create('The long drought');
  const edge = page.getByRole('separator', { name: 'Width of the contents' });
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 32));
  await expect.poll(async () => (await notebook.contents.boundingBox())?.width).toBe(before + 32);

  await backstory.relaunch();
  const again = backstory.page.getByRole('separator', { name: 'Width of the contents' });
  await expect(again).toHaveAttribute('aria-valuenow', String(before + 32));
});

test('text can be twice as large, and nothing is lost for it', async ({ backstory: { app, page } }) => {
  await resize(app, 1360);
  const notebook = new NotebookScreen(page);
  await notebook.create('The long drought');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ControlOrMeta++');
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(680);
  // Twice the size leaves half the room: the contents are a drawer now.
  await page.getByRole('button', { name: 'Contents', exact: true }).click();
  await expect(notebook.contents.getByRole('link', { name: 'Timeline', exact: true })).toBeVisible();
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await expect.poll(overflow).toBeLessThanOrEqual(0);
  await page.keyboard.press('Escape');
  await expect(notebook.contents).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+0');
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1360);
});

test('undo and redo go across the notebook and say what they did', async ({ backstory: { page } }) => {
  const notebook = new NotebookScreen(page);
  await notebook.create('The long drought');
  await notebook.go('Timeline');
  await notebook.run('Undo');
  await expect(page.getByRole('log')).toContainText('Undid a change to the story');
  await expect(page.getByRole('banner').getByRole('button', { name: 'Untitled notebook' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(page.getByRole('log')).toContainText('Redid a change to the story');
  await expect(page.getByRole('banner').getByRole('button', { name: 'The long drought' })).toBeVisible();
});

test('menu items run the palette’s actions', async ({ backstory: { app, page } }) => {
  const notebook = new NotebookScreen(page);
  await notebook.create('The long drought');
  const click = (label: string): Promise<void> =>
    app.evaluate(({ BrowserWindow, Menu }, wanted) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
      items.find((item) => item.label === wanted)?.click(undefined, BrowserWindow.getAllWindows()[0]);
    }, label);
  await click('Timeline');
  await expect(page.getByRole('main', { name: 'Timeline' })).toBeVisible();
  await click('Keyboard shortcuts');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await click('All notebooks');
  await expect(page.getByRole('main', { name: 'Notebooks' })).toBeVisible();
});

test('what is deleted lies in the trash and comes back', async ({ backstory: { page } }) => {
  const notebook = new NotebookScreen(page);
  await notebook.create('The long drought');
  await notebook.run('Add person');
  await expect(notebook.details.getByRole('heading', { level: 2 })).toHaveText('Unnamed person');
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
  await page.keyboard.type('to trash');
  await page.getByRole('option', { name: /^Move .* to trash$/ }).click();
  const people = notebook.contents.getByRole('link', { name: 'People', exact: true });
  await expect(people).toHaveText('People');

  await notebook.go('Trash');
  const deleted = page.getByRole('list', { name: 'Deleted entries' }).getByRole('listitem');
  await expect(deleted).toHaveCount(1);
  await deleted.getByRole('button', { name: 'Restore Unnamed person' }).click();
  await expect(page.getByText('Nothing was deleted')).toBeVisible();
  await expect(people).toHaveText('People1');
});
