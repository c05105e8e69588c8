import { SearchEngine } from '../../shared/search/engine.ts';
import { corpus, knownItems } from './corpus.ts';
import type { KnownItem } from './corpus.ts';
import { exact } from './figure.ts';
import type { Figure } from './figure.ts';
import { PeerSearch } from './peer-search.ts';

const seeds = [11, 23, 47];

/** Goal 7: of 200 questions with a known answer, three times, how often the right record comes first. */
export function relevance(): readonly Figure[] {
  const ours = new Map<KnownItem['kind'], number[]>();
  const theirs: number[] = [];
  for (const seed of seeds) {
    const notebook = corpus(seed);
    const engine = new SearchEngine();
    engine.put(notebook.records);
    const peer = new PeerSearch();
    peer.addAll(notebook.records);
    for (const item of knownItems(notebook, seed + 1)) {
      const list = ours.get(item.kind) ?? [];
      ours.set(item.kind, [...list, engine.search(item.query, 10).hits[0]?.key === item.key ? 1 : 0]);
      theirs.push(peer.search(item.query)[0] === item.key ? 1 : 0);
    }
  }
  const all = share([...ours.values()].flat());
  const worst = [...ours].map(([kind, hits]) => ({ kind, value: share(hits) })).sort((a, b) => a.value - b.value)[0];
  const common = { name: 'relevance', better: 'higher' as const };
  return [
    exact({ ...common, value: all, goal: 96, unit: '% right first', against: 'known items' }),
    exact({
      ...common,
      value: all - share(theirs),
      goal: 0,
      unit: 'points above',
      against: 'MiniSearch + phrase check',
    }),
    exact({
      ...common,
      value: worst?.value ?? 0,
      goal: 90,
      unit: '% right first',
      against: `worst class: ${worst?.kind ?? ''}`,
    }),
  ];
}

function share(hits: readonly number[]): number {
  return (100 * hits.reduce((sum, hit) => sum + hit, 0)) / hits.length;
}
