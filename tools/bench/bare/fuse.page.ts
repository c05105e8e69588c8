import { FuseWorker } from 'fuse.js/worker';
import { corpus, knownItems } from '../corpus.ts';
import { median } from '../figure.ts';
import type { Pairs } from './ask.page.ts';
import { asker, limit } from './asker.ts';

/** Fuse takes patterns of this many characters at a time; longer ones would only make it slower. */
const longest = 32;

// Runs in the page of a bare window: asks our worker, and Fuse over all text in two workers of its own, the same questions.
Object.assign(globalThis, {
  /** For each round the medians of [Fuse's, our] milliseconds over a question of each class. */
  measure: async (sources: readonly [string, string], rounds: number): Promise<Pairs> => {
    const notebook = corpus(11);
    const items = knownItems(notebook, 12);
    const classes = [...new Set(items.map(({ kind }) => kind))];
    const ours = asker(sources[0]);
    ours.worker.postMessage({ type: 'put', records: notebook.records });
    // Fuse gives each worker one half, and the sources, which hold most of the text, come last: every other record first.
    const halves = [0, 1].flatMap((half) => notebook.records.filter((_, index) => index % 2 === half));
    const workerUrl = URL.createObjectURL(new Blob([sources[1]], { type: 'text/javascript' }));
    const fuse = new FuseWorker(
      halves,
      { keys: ['names', 'body'], ignoreLocation: true },
      { numWorkers: 2, workerUrl },
    );
    const askFuse = async (query: string): Promise<number> => {
      const start = performance.now();
      await fuse.search(query, { limit });
      return performance.now() - start;
    };
    const pairs: [number, number][] = [];
    // One round more: the first waits for both indexes and warms both up.
    for (let round = 0; round <= rounds; round += 1) {
      const [theirs, our]: [number[], number[]] = [[], []];
      for (const kind of classes) {
        const query = items.filter((item) => item.kind === kind)[round]?.query.slice(0, longest) ?? '';
        theirs.push(await askFuse(query));
        our.push(await ours.ask(query));
      }
      if (round > 0) pairs.push([median(theirs), median(our)]);
    }
    fuse.terminate();
    return pairs;
  },
});
