import { benches, groups } from './benches.ts';
import type { Figure } from './figure.ts';
import { verdict } from './figure.ts';

/** `npm run bench [-- NAME …] [--json] [--exact]`: measures, prints, and fails where an exact goal is missed. */
async function main(args: readonly string[]): Promise<number> {
  const names = args.filter((arg) => !arg.startsWith('--')).flatMap((name) => groups[name] ?? [name]);
  const unknown = names.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) {
    process.stderr.write(
      `No bench called ${unknown.join(', ')}: there are ${[...Object.keys(benches), ...Object.keys(groups)].join(', ')}.\n`,
    );
    return 1;
  }
  const json = args.includes('--json');
  const exactOnly = args.includes('--exact');
  let missed = 0;
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 ? !names.includes(name) : exactOnly && !bench.exact) continue;
    const figures = (await bench.run()).filter((figure) => !exactOnly || figure.kind === 'exact');
    missed += figures.filter((figure) => figure.kind === 'exact' && verdict(figure) !== 'met').length;
    for (const figure of figures) process.stdout.write(`${json ? JSON.stringify(figure) : row(figure)}\n`);
  }
  return missed === 0 ? 0 : 1;
}

function row(figure: Figure): string {
  const { name, value, goal, better, unit, against, runs, min, max, kind } = figure;
  const spread = kind === 'exact' ? '' : ` [${number(min)}–${number(max)}, ${runs} runs]`;
  const sign = better === 'lower' ? '≤' : '≥';
  return `${name.padEnd(11)} ${number(value).padStart(8)}${spread} ${sign} ${number(goal)} ${unit}, against ${against}: ${verdict(figure)}`;
}

function number(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
}

process.exitCode = await main(process.argv.slice(2));
