import { build } from 'esbuild';
import { inRoot } from '../setup/paths.mjs';
import type { Answers } from './bare/ask.page.ts';
import { ratio } from './figure.ts';
import type { Figure } from './figure.ts';
import { atDesk, driven } from './live/desk.ts';

const rounds = 5;

/** Goal 8: the 95th percentile of an answer, trip to the worker and back included, for each class of questions. */
export function search(): Promise<readonly Figure[]> {
  return atDesk(async (desk) => {
    const [page, ours, theirs] = await Promise.all([
      script('tools/bench/bare/ask.page.ts'),
      script('renderer/search/worker.ts'),
      script('tools/bench/bare/peer.worker.ts'),
    ]);
    const answers = await driven(await desk.bare('window'), async (app) => {
      const window = await app.firstWindow();
      await window.getByRole('main').waitFor();
      await window.evaluate(page);
      return window.evaluate(
        ([sources, count]) => {
          // The script evaluated just before has put it there.
          const { compareSearch } = globalThis as unknown as {
            compareSearch(sources: readonly [string, string], rounds: number): Promise<Answers>;
          };
          return compareSearch(sources, count);
        },
        [[ours, theirs], rounds] as const,
      );
    });
    return Object.entries(answers).map(([kind, pairs]) =>
      ratio({ name: 'search', better: 'lower', goal: 1.3, against: `MiniSearch + phrase check: ${kind}` }, pairs),
    );
  });
}

/** A module and all it imports as one plain script, minified as the app's own is. */
async function script(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [inRoot(path)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome130',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}
