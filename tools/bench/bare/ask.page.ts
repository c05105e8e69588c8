import { corpus, knownItems } from '../corpus.ts';
import { p95 } from '../figure.ts';

/** For each class of questions the 95th percentile of [our, the peer's] milliseconds, one pair a round. */
export type Answers = Readonly<Record<string, readonly (readonly [number, number])[]>>;

/** As many answers as are compared: both engines look closely at their 50 best. */
const limit = 10;

// Runs in the page of a bare window: asks two workers the same questions in turn, about the same 10,000 events.
Object.assign(globalThis, {
  compareSearch: async (sources: readonly [string, string], rounds: number): Promise<Answers> => {
    const notebook = corpus(11);
    const items = knownItems(notebook, 12);
    const beginnings = items
      .filter(({ kind }) => kind === 'title words')
      .map(({ query }) => ({ kind: 'prefix' as const, query: query.slice(0, 4).trim() }));
    const [ours, theirs] = [asker(sources[0]), asker(sources[1])];
    for (const { worker } of [ours, theirs]) worker.postMessage({ type: 'put', records: notebook.records });
    const answers: Record<string, [number, number][]> = {};
    // One round more: the first waits for the index and warms both up.
    for (let round = 0; round <= rounds; round += 1) {
      const times: Record<string, [number[], number[]]> = {};
      for (const { kind, query } of [...beginnings, ...items]) {
        const [our, their] = (times[kind] ??= [[], []]);
        our.push(await ours.ask(query));
        their.push(await theirs.ask(query));
      }
      if (round === 0) continue;
      for (const [kind, [our, their]] of Object.entries(times)) (answers[kind] ??= []).push([p95(our), p95(their)]);
    }
    return answers;
  },
});

/** A worker of that source, and the milliseconds from asking it until its answer is here. */
function asker(source: string) {
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  let serial = 0;
  const ask = (text: string): Promise<number> =>
    new Promise((resolve) => {
      const start = performance.now();
      worker.onmessage = () => resolve(performance.now() - start);
      worker.postMessage({ type: 'query', serial: (serial += 1), text, limit });
    });
  return { worker, ask };
}
