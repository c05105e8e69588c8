import type { Page } from '@playwright/test';
import { exact } from './figure.ts';
import type { Figure } from './figure.ts';
import { atDesk, driven } from './live/desk.ts';
import { importLarge, opened, timelineLink } from './live/large.ts';

const events = 10_000;
/** Where the list is looked at: from its top to its end. */
const places = [0, 0.25, 0.5, 0.75, 1];

/** Goal 15: with 10,000 events on the timeline, how many rows are mounted for each that is seen; the worst of five places. */
export function rows(): Promise<readonly Figure[]> {
  return atDesk(async (desk) => {
    await importLarge(desk, 'rows', events);
    return driven(desk.app('rows'), async (app) => {
      const page = await app.firstWindow();
      await opened(page, events);
      await timelineLink(page).click();
      await page.getByRole('option').first().waitFor();
      const shares: number[] = [];
      for (const place of places) shares.push(await mountedPerVisible(page, place));
      const value = Math.max(...shares);
      return [exact({ name: 'rows', value, goal: 3, better: 'lower', unit: 'mounted', against: 'visible rows' })];
    });
  });
}

/** Scrolls the list to a share of its height and counts once it stands still. NaN, which meets no goal, if none is seen. */
function mountedPerVisible(page: Page, place: number): Promise<number> {
  return page.getByRole('listbox', { name: 'Events' }).evaluate(async (list, share) => {
    list.scrollTop = share * list.scrollHeight;
    for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
    const frame = list.getBoundingClientRect();
    const mounted = [...list.querySelectorAll('[role=option]')].map((row) => row.getBoundingClientRect());
    const visible = mounted.filter(({ top, bottom }) => bottom > frame.top && top < frame.bottom);
    return visible.length === 0 ? Number.NaN : mounted.length / visible.length;
  }, place);
}
