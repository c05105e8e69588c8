import { ToolError } from '../setup/run.mjs';

/** Of what one failure said, in characters: enough for a seed and a counterexample. */
const longest = 2000;

/**
 * Runs checks one after the other, all of them whatever fails, and ends with the sum alone on the last line.
 * @param {readonly import('./checks.mjs').Check[]} checks
 */
export async function report(checks) {
  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const lines = [];
  // Said again at the end: what failed is otherwise far above, or cut off where only the end of the output is kept.
  /** @type {string[]} */
  const named = [];
  for (const check of checks) {
    process.stdout.write(`\n— ${check.name}\n`);
    const began = Date.now();
    const count = await check.run().catch((error) => {
      process.stderr.write(`${error instanceof ToolError ? error.message : error.stack}\n`);
      return { passed: 0, failed: 1, named: [] };
    });
    passed += count.passed;
    failed += count.failed;
    named.push(...(count.named ?? []));
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    lines.push(
      `${count.failed === 0 ? '✓' : '✗'} ${check.name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`,
    );
  }
  for (const name of named) process.stdout.write(`\n! ${name.slice(0, longest)}\n`);
  process.stdout.write(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
