import type { Answers, Pairs } from './bare/ask.page.ts';
import { ratio } from './figure.ts';
import type { Figure } from './figure.ts';
import { atDesk, driven } from './live/desk.ts';
import type { Desk } from './live/desk.ts';
import { call, script } from './live/script.ts';

/** The 95th percentile of forty answers is nearly the slowest: whatever else the machine does shows in it. */
const rounds = { ask: 11, fuse: 5 };
const fuseWorker = 'node_modules/fuse.js/dist/fuse.worker.mjs';

/** Goal 8: how long answers take, trip to the worker and back included, against the named peer and against Fuse. */
export function search(): Promise<readonly Figure[]> {
  return atDesk(async (desk) => {
    const ours = await script('renderer/search/worker.ts');
    const answers: Answers = await inBareWindow(desk, 'ask', [ours, await script('tools/bench/bare/peer.worker.ts')]);
    const fuse: Pairs = await inBareWindow(desk, 'fuse', [ours, await script(fuseWorker)]);
    return [
      ...Object.entries(answers).map(([kind, pairs]) =>
        ratio(
          { name: 'search', better: 'lower', goal: 1.3, against: `MiniSearch + phrase check, p95: ${kind}` },
          pairs,
        ),
      ),
      ratio({ name: 'search', better: 'higher', goal: 100, against: 'our time, p50: FuseWorker ×2, all text' }, fuse),
    ];
  });
}

/** What a page script of `tools/bench/bare`, given the sources of two workers, measures in a bare window. */
async function inBareWindow<T>(desk: Desk, name: keyof typeof rounds, workers: readonly [string, string]): Promise<T> {
  const page = await script(`tools/bench/bare/${name}.page.ts`);
  return driven(await desk.bare('window'), async (app) => {
    const window = await app.firstWindow();
    await window.getByRole('main').waitFor();
    await window.evaluate(page);
    return call<T>(window, 'measure', workers, rounds[name]);
  });
}
