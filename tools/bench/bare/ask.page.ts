import { corpus, knownItems } from '../corpus.ts';
import { p95 } from '../figure.ts';
import { asker } from './asker.ts';

/** Milliseconds of both sides, a pair a round. */
export type Pairs = readonly (readonly [number, number])[];
/** For each class of questions the 95th percentiles of our and of the peer's times. */
export type Answers = Readonly<Record<string, Pairs>>;

// Runs in the page of a bare window: asks two workers the same questions in turn, about the same 10,000 events.
Object.assign(globalThis, {
  measure: async (sources: readonly [string, string], rounds: number): Promise<Answers> => {
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
        // Whoever comes second finds the records warm: they take turns.
        if (round % 2 === 0) our.push(await ours.ask(query));
        their.push(await theirs.ask(query));
        if (round % 2 === 1) our.push(await ours.ask(query));
      }
      if (round === 0) continue;
      for (const [kind, [our, their]] of Object.entries(times)) (answers[kind] ??= []).push([p95(our), p95(their)]);
    }
    return answers;
  },
});
