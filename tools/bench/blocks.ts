import { compactingBlocks } from './blocks/compacting.ts';
import { importingBlocks } from './blocks/importing.ts';
import type { Pair } from './blocks/pair.ts';
import { syncingBlocks } from './blocks/syncing.ts';
import { typingBlocks } from './blocks/typing.ts';
import { ratio } from './figure.ts';
import type { Figure } from './figure.ts';
import { atDesk, driven } from './live/desk.ts';
import { importLarge, indexed, opened } from './live/large.ts';

const events = 10_000;

/**
 * Goal 10: the longest block of the window's thread while a query is typed, while 10,000 events are imported, while their
 * notebook is compacted and while a teammate edits it, each against an idle bare window and against stock y-indexeddb compacting the same document.
 */
export function blocks(): Promise<readonly Figure[]> {
  return atDesk(async (desk) =>
    driven(await desk.bare('window'), async (bare) => {
      const still = await bare.firstWindow();
      const importing = await importingBlocks(desk, still, events);
      await importLarge(desk, 'blocks', events);
      return driven(desk.app('blocks'), async (app) => {
        const page = await app.firstWindow();
        await opened(page, events);
        await indexed(page);
        const typing = await typingBlocks(page, still);
        const { ours: compacting, stock } = await compactingBlocks(page, still);
        const syncing = await syncingBlocks(desk, page, still, events);
        return [
          ...figures('typing', typing, stock),
          ...figures('importing', importing, stock),
          ...figures('compacting', compacting, stock),
          ...figures('syncing', syncing, stock),
        ];
      });
    }),
  );
}

function figures(doing: string, pairs: readonly Pair[], stock: readonly number[]): readonly Figure[] {
  const common = { name: 'blocks', better: 'lower' as const };
  return [
    ratio({ ...common, goal: 2, against: `idle bare window, while ${doing}` }, pairs),
    ratio(
      { ...common, goal: 0.1, against: `stock y-indexeddb compaction, while ${doing}` },
      stock.map((theirs, round) => [pairs[round]?.[0] ?? Number.NaN, theirs] as const),
    ),
  ];
}
