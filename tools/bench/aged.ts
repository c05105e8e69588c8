import { Buffer } from 'node:buffer';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import * as Y from 'yjs';
import { ageing } from './ageing.ts';
import { corpus } from './corpus.ts';
import { ratio } from './figure.ts';
import type { Figure } from './figure.ts';
import { atDesk } from './live/desk.ts';
import type { Desk } from './live/desk.ts';
import { importLarge } from './live/large.ts';
import { call, script } from './live/script.ts';
import { atList, copied, opening, rowsOf, settled, withoutCopies } from './live/stored.ts';
import type { Stored } from './live/stored.ts';

const events = 10_000;
const overwrites = 20_000;
const rounds = 7;

/**
 * Goal 3: the notebook of goal 2, opened in the same way, after 20,000 overwrites by four people, against itself before. The
 * overwrites come as rows of its journal; for both, the copy in the window is made anew from the journal, so that both are in the form that
 * compaction leaves. The second figure is the same one once more: nothing rebuilds an aged notebook (docs/adr/0012).
 */
export function aged(): Promise<readonly Figure[]> {
  return atDesk(async (desk) => {
    await importLarge(desk, 'fresh', events);
    const imported = await settled(desk, 'fresh', events);
    const old = { ...imported, data: await copied(desk, imported.data) };
    await age(desk, old);
    const [fresh, worn] = [await compacted(desk, imported), await compacted(desk, old)];
    const pairs: [number, number][] = [];
    for (let round = 0; round < rounds; round += 1)
      pairs.push([(await opening(desk, worn)).took, (await opening(desk, fresh)).took]);
    const common = { name: 'aged', better: 'lower' as const };
    return [
      ratio({ ...common, goal: 1.7, against: 'the fresh notebook' }, pairs),
      ratio({ ...common, goal: 1.1, against: 'the fresh notebook, once rebuilt (nothing rebuilds)' }, pairs),
    ];
  });
}

async function compacted(desk: Desk, { data }: Stored): Promise<Stored> {
  await withoutCopies(desk, data);
  return settled(desk, data, events);
}

/** Overwrites titles of events in the journal. */
async function age(desk: Desk, stored: Stored): Promise<void> {
  const doc = new Y.Doc();
  for (const row of await rowsOf(desk, stored)) Y.applyUpdate(doc, new Uint8Array(Buffer.from(row, 'base64')));
  const reader = new StoryReader(doc);
  const refs = reader.ids('events').map((id) => ({ kind: 'events', id }));
  reader.dispose();
  const titles = corpus(2).events.map(({ title }) => title);
  const updates = [...ageing(doc, refs, titles, overwrites)].map((update) => Buffer.from(update).toString('base64'));
  await atList(desk, stored, async (page) => {
    await page.evaluate(await script('tools/bench/bare/append.page.ts'));
    await call(page, 'append', stored.notebook, updates);
  });
}
