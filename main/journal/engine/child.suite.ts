import { build } from 'esbuild';
import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';

const wasm = 'node-sqlite3-wasm.wasm';

/** Builds the journal's engine as a plain Node program that can be killed, once for a test file. */
export function ownProgram() {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-program-'));
  const script = join(folder, 'program.cjs');
  const started = new Set<ChildProcess>();
  beforeAll(async () => {
    await build({
      entryPoints: [fileURLToPath(new URL('writer.suite.ts', import.meta.url))],
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
    /** Starts it on a library; it writes without end and reports what was answered. */
    start(library: string, pace: 'one' | 'many' | 'hold'): ChildProcess {
      const child = fork(script, [library, pace], { execArgv: [], serialization: 'advanced' });
      started.add(child);
      child.once('exit', () => started.delete(child));
      return child;
    },
  };
}
