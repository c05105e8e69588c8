import { join } from 'node:path';
import { briefStory } from './brief-story.ts';
import { ratio } from './figure.ts';
import type { Figure } from './figure.ts';
import { atDesk, driven } from './live/desk.ts';
import type { Desk } from './live/desk.ts';
import { exportPdf, openBrief, pagesOf } from './live/export.ts';
import { importLarge, opened } from './live/large.ts';
import { barePrinter } from './live/printer.ts';
import type { Exporter } from './live/printer.ts';

const rounds = 5;
/** So many events make a brief of 20 pages, and of 100. */
const events = { short: 60, long: 325 };

/**
 * Goal 14: from the click on "Export PDF…" to the message that the file is saved, against a bare hidden window that prints the
 * final document; and 100 pages against 20. The app lays each brief out twice: to find where its pages end, and on them.
 */
export function pdf(): Promise<readonly Figure[]> {
  return atDesk((desk) =>
    withApp(desk, 'short', (short) =>
      withApp(desk, 'long', (long) =>
        barePrinter(desk, briefStory(events.short), async (peer) => {
          const pairs: [number, number][] = [];
          const sizes: [number, number][] = [];
          // One round more: the first warms all three up.
          for (let round = 0; round <= rounds; round += 1) {
            const ours = await short.once();
            const theirs = await peer.once();
            const longer = await long.once();
            if (round === 0) continue;
            pairs.push([ours, theirs]);
            sizes.push([longer, ours]);
          }
          const [pages, same, many] = await Promise.all([short, peer, long].map(({ file }) => pagesOf(file)));
          if (pages !== same) throw new Error(`the app printed ${pages} pages, the bare window ${same}`);
          const common = { name: 'pdf', better: 'lower' as const };
          return [
            ratio({ ...common, goal: 2.5, against: `bare hidden window, the same ${pages} pages` }, pairs),
            ratio({ ...common, goal: 5.5, against: `its own ${pages} pages, with ${many}` }, sizes),
          ];
        }),
      ),
    ),
  );
}

/** The app with a notebook of that length, its brief open and ready to export. */
async function withApp<T>(
  desk: Desk,
  length: keyof typeof events,
  work: (exporter: Exporter) => Promise<T>,
): Promise<T> {
  const count = events[length];
  const file = join(desk.folder, `${length}.pdf`);
  await importLarge(desk, length, count, briefStory(count));
  return driven(desk.app(length, { BACKSTORY_SAVE_TO: file }), async (app) => {
    const page = await app.firstWindow();
    await opened(page, count);
    await openBrief(page);
    return work({ file, once: () => exportPdf(page, file) });
  });
}
