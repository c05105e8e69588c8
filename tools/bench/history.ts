import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { ratio } from './figure.ts';
import type { Figure } from './figure.ts';

const rounds = 5;
const few = 5_000;
const child = fileURLToPath(new URL('history.child.ts', import.meta.url));
const answerSchema = v.object({ read: v.number(), bytes: v.number(), listed: v.number() });

/**
 * History's cost grows with the edits and with nothing else: processor time and memory for each row where there are two and four
 * times as many, time to list the latest changes for each row there is, and reading rows as history against applying them to a bare
 * document (that goal is only an alarm: a row's history is its undoing, which a bare document does not keep). A fresh process each; the
 * rows themselves are not counted.
 */
export function history(): readonly Figure[] {
  const answers = Array.from({ length: rounds }, () => ({
    one: read('history', few),
    two: read('history', 2 * few),
    four: read('history', 4 * few),
    bare: read('bare', 4 * few),
  }));
  const common = { name: 'history', better: 'lower' as const };
  return [
    ratio(
      { ...common, goal: 1.2, against: `each of ${few} rows, with ${2 * few}` },
      answers.map(({ one, two }) => [two.read / 2, one.read]),
    ),
    ratio(
      { ...common, goal: 1.2, against: `each of ${few} rows, with ${4 * few}` },
      answers.map(({ one, four }) => [four.read / 4, one.read]),
    ),
    ratio(
      { ...common, goal: 1.2, against: `memory for each of ${few} rows, with ${4 * few}` },
      answers.map(({ one, four }) => [four.bytes / 4, one.bytes]),
    ),
    ratio(
      { ...common, goal: 1.2, against: `listing, for each of ${few} rows, with ${4 * few}` },
      answers.map(({ one, four }) => [four.listed / 4, one.listed]),
    ),
    ratio(
      { ...common, goal: 4, against: `a bare document, ${4 * few} rows` },
      answers.map(({ four, bare }) => [four.read, bare.read]),
    ),
  ];
}

function read(reader: 'history' | 'bare', rows: number): v.InferOutput<typeof answerSchema> {
  const args = ['--expose-gc', child, reader, String(rows)];
  return v.parse(answerSchema, JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })));
}
