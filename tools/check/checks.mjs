/** The checks of `npm run sure` and `npm test`, each reporting how many things it found right and wrong. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { tryLaws } from '../laws/laws.mjs';
import { inRoot } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { readFuses } from './fuses.mjs';
import { runJourneys } from './journeys.mjs';

/** @typedef {{ passed: number, failed: number, named?: readonly string[] }} Count what failed by name, where it has names */
/** @typedef {{ name: string, run: () => Promise<Count> }} Check */

/** A tool's script inside the installed packages. @param {...string} path */
const script = (...path) => inRoot('node_modules', ...path);

/** A check that is one tool's yes or no. @param {string} name @param {...string} args @returns {Check} */
const tool = (name, ...args) => ({
  name,
  run: async () => ((await run(process.execPath, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});

/**
 * A check that is a test runner with a report of its own. One that fails without naming a failed test counts as one failure.
 * @param {string} file where the report lands
 * @param {() => Promise<number>} start gives the runner's exit code
 * @param {(report: any) => Count} read
 */
async function counted(file, start, read) {
  rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  const code = await start();
  /** @type {Count} */
  const count = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
  if (code === 0 || count.failed > 0) return count;
  return { ...count, failed: 1, named: ['an error outside of any test, further up'] };
}

/** @type {Check} */
const laws = {
  name: 'planted violations are caught',
  run: async () => {
    const { plants, missed } = tryLaws();
    for (const line of missed) process.stderr.write(`${line}\n`);
    return { passed: plants - missed.length, failed: missed.length };
  },
};

/** @param {any} report of Vitest, in Jest's form: files with their tests, a file that did not load with none */
const failedUnits = (report) =>
  report.testResults
    .filter((/** @type {any} */ file) => file.status === 'failed')
    .flatMap((/** @type {any} */ file) => {
      const failed = file.assertionResults.filter((/** @type {any} */ test) => test.status === 'failed');
      const said = failed.length > 0 ? failed : [{ fullName: 'the file itself', failureMessages: [file.message] }];
      return said.map(
        (/** @type {any} */ test) => `${file.name}: ${test.fullName}\n${test.failureMessages.join('\n')}`,
      );
    });

const unitReport = inRoot('.cache', 'reports', 'unit.json');

/** @type {Check} */
const unit = {
  name: 'unit and property tests',
  run: () =>
    counted(
      unitReport,
      () =>
        run(process.execPath, [
          script('vitest', 'vitest.mjs'),
          'run',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${unitReport}`,
        ]),
      (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests, named: failedUnits(report) }),
    ),
};

const journeyReport = inRoot('.cache', 'reports', 'journeys.json');

/** @type {Check} */
const journeys = {
  name: 'journeys through the packaged app',
  run: () =>
    counted(
      journeyReport,
      // An app of four processes on a machine that is busy with something else is tried once more; what passes only then is named.
      () => runJourneys(['--retries=1'], { env: { BACKSTORY_REPORT: journeyReport } }),
      ({ stats, suites }) => ({
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected,
        named: journeysThatAre('flaky', suites).map((title) => `passed at the second attempt only: ${title}`),
      }),
    ),
};

/**
 * The journeys of a status, as Playwright's report has them.
 * @param {string} status
 * @param {readonly any[]} suites
 * @returns {readonly string[]}
 */
function journeysThatAre(status, suites) {
  return suites.flatMap(({ file, specs = [], suites: inner = [] }) => [
    ...specs
      .filter((/** @type {any} */ spec) => spec.tests.some((/** @type {any} */ test) => test.status === status))
      .map((/** @type {any} */ { title }) => `${file}: ${title}`),
    ...journeysThatAre(status, inner),
  ]);
}

/** @type {Check} */
const fuses = { name: 'fuses of the packaged app', run: readFuses };

/** Quick enough to run before every commit. @type {readonly Check[]} */
export const quick = [
  tool('format', script('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.'),
  tool('types', script('typescript', 'bin', 'tsc'), '-b'),
  tool(
    'lint',
    script('eslint', 'bin', 'eslint.js'),
    '--max-warnings=0',
    '--cache',
    '--cache-location',
    '.cache/eslint/',
    '--cache-strategy',
    'content',
    '.',
  ),
  tool(
    'import rules',
    script('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    '-T',
    'err',
    'shared',
    'main',
    'renderer',
    'relay',
    'e2e',
    'tools',
  ),
  laws,
  tool('nothing unused', script('knip', 'bin', 'knip.js'), '--no-progress'),
  unit,
];

/** Goals that count bytes, rows or right answers, which no busy machine changes. */
const exactGoals = tool('exact goals of the bench', inRoot('tools', 'bench', 'index.ts'), '--exact');

/** What the app called saved is there after its processes were killed at random moments. */
const kills = tool('nothing saved is lost to kills', inRoot('tools', 'torture', 'index.ts'));

/** A team that edits for two minutes through a relay, with little memory for both. */
const steady = tool('a team and its relay stay within their memory', inRoot('tools', 'soak', 'index.ts'));

/** Everything. @type {readonly Check[]} */
export const all = [...quick, fuses, journeys, kills, steady, exactGoals];
