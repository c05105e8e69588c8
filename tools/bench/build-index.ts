import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { ratio } from './figure.ts';
import type { Figure } from './figure.ts';

const rounds = 5;
const worker = fileURLToPath(new URL('build-index.child.ts', import.meta.url));
const answerSchema = v.object({ milliseconds: v.number(), bytes: v.number() });

/** Goal 9: building the search index, and the memory it holds, against MiniSearch's own `addAll`. */
export function index(): readonly Figure[] {
  const times: [number, number][] = [];
  const memory: [number, number][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [ours, theirs] = [build('ours'), build('peer')];
    times.push([ours.milliseconds, theirs.milliseconds]);
    memory.push([ours.bytes, theirs.bytes]);
  }
  const common = { name: 'index', better: 'lower' as const, goal: 1.1 };
  return [
    ratio({ ...common, against: 'MiniSearch addAll, time' }, times),
    ratio({ ...common, against: 'MiniSearch addAll, memory' }, memory),
  ];
}

/** A fresh process per engine: neither warms up or fragments memory for the other. */
function build(engine: 'ours' | 'peer'): v.InferOutput<typeof answerSchema> {
  const output = execFileSync(process.execPath, ['--expose-gc', worker, engine], { encoding: 'utf8' });
  return v.parse(answerSchema, JSON.parse(output));
}
