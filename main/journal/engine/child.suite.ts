import { build } from 'esbuild';
import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';

const wasm = 'node-sqlite3-wasm.wasm';

/**
 * Builds a plain Node program that can be killed, once for a test file: the journal's engine, unless another is named.
 * @param entry the program's source
 */
export function ownProgram(entry: URL = new URL('writer.suite.ts', import.meta.url)) {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-program-'));
  const script = join(folder, 'program.cjs');
  const started = new Set<ChildProcess>();
  beforeAll(async () => {
    await build({
      entryPoints: [fileURLToPath(entry)],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: script,
      logLevel: 'error',
    });
    const sqlite = dirname(createRequire(import.meta.url).resolve('node-sqlite3-wasm'));
    cpSync(join(sqlite, wasm), join(folder, wasm));
  });
  afterAll(() => {
    for (const child of started) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    /** Starts it on a library with its word for what to do; it reports what was answered. */
    start(library: string, what: string): ChildProcess {
      const child = fork(script, [library, what], { execArgv: [], serialization: 'advanced' });
      started.add(child);
      child.once('exit', () => started.delete(child));
      return child;
    },
  };
}
