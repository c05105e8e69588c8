import MiniSearch from 'minisearch';
import { SearchEngine } from '../../shared/search/engine.ts';
import { corpus } from './corpus.ts';

// One engine builds its index of the large corpus; prints how long it took and what it holds beyond the records.
const { records } = corpus(11);

function build(): unknown {
  if (process.argv[2] === 'ours') {
    const engine = new SearchEngine();
    engine.put(records);
    return engine;
  }
  const peer = new MiniSearch({ idField: 'key', fields: ['names', 'body'] });
  peer.addAll(records);
  return peer;
}

const collect = (globalThis as { gc?: () => void }).gc; // Node adds it with --expose-gc.
collect?.();
const before = process.memoryUsage().heapUsed;
const start = performance.now();
const kept = build();
const milliseconds = performance.now() - start;
collect?.();
const bytes = process.memoryUsage().heapUsed - before;
process.stdout.write(JSON.stringify({ milliseconds, bytes, kept: kept !== null }));
