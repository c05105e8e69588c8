import { ToolError } from '../setup/run.mjs';

/**
 * Runs checks one after the other, all of them whatever fails, and ends with the sum alone on the last line.
 * @param {readonly import('./checks.mjs').Check[]} checks
 */
export async function report(checks) {
  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const lines = [];
  for (const check of checks) {
    process.stdout.write(`\n— ${check.name}\n`);
    const began = Date.now();
    const count = await check.run().catch((error) => {
      process.stderr.write(`${error instanceof ToolError ? error.message : error.stack}\n`);
      return { passed: 0, failed: 1 };
    });
    passed += count.passed;
    failed += count.failed;
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    lines.push(
      `${count.failed === 0 ? '✓' : '✗'} ${check.name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`,
    );
  }
  process.stdout.write(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
