import { aged } from './aged.ts';
import { blocks } from './blocks.ts';
import { index } from './build-index.ts';
import { edit } from './edit.ts';
import type { Figure } from './figure.ts';
import { history } from './history.ts';
import { memory } from './memory.ts';
import { npmStart } from './npm-start.ts';
import { open } from './open.ts';
import { pdf } from './pdf.ts';
import { relevance } from './relevance.ts';
import { rows } from './rows.ts';
import { search } from './search.ts';
import { size } from './size.ts';
import { start } from './start.ts';
import { latency } from './sync/latency.ts';
import { throughput } from './sync/throughput.ts';
import { typing } from './typing.ts';

interface Bench {
  /** Whether it has figures that count and so gate CI. */
  readonly exact: boolean;
  run(): readonly Figure[] | Promise<readonly Figure[]>;
}

/** Every bench by the name it is called and reports under. */
export const benches: Readonly<Record<string, Bench>> = {
  size: { exact: true, run: size },
  edit: { exact: true, run: edit },
  relevance: { exact: true, run: relevance },
  index: { exact: false, run: index },
  rows: { exact: true, run: rows },
  start: { exact: false, run: start },
  open: { exact: false, run: open },
  aged: { exact: false, run: aged },
  history: { exact: false, run: history },
  memory: { exact: false, run: memory },
  search: { exact: false, run: search },
  latency: { exact: false, run: latency },
  throughput: { exact: false, run: throughput },
  typing: { exact: false, run: typing },
  pdf: { exact: false, run: pdf },
  blocks: { exact: false, run: blocks },
  'npm-start': { exact: false, run: npmStart },
};

/** Several benches by one name. */
export const groups: Readonly<Record<string, readonly string[]>> = { sync: ['latency', 'throughput'] };
