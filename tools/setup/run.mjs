import { spawn, spawnSync } from 'node:child_process';
import { root } from './paths.mjs';

/** An expected failure of a tool: shown as one line, without a stack. */
export class ToolError extends Error {}

/**
 * Runs a program to its end with this process's terminal and resolves with its exit code (1 when a signal ended it).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { cwd: root, stdio: 'inherit', ...options });
    // Ctrl+C reaches the whole process group: the child decides how to end, and we end with it.
    const ignore = () => {};
    process.on('SIGINT', ignore);
    const stop = () => child.kill('SIGTERM');
    process.on('SIGTERM', stop);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGINT', ignore);
      process.off('SIGTERM', stop);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a program quietly and hands back what it printed and how it ended.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function capture(command, args, options = {}) {
  const done = spawnSync(command, [...args], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26, ...options });
  return { ok: done.status === 0, stdout: String(done.stdout ?? ''), stderr: String(done.stderr ?? '') };
}

/**
 * Runs npm itself: the one that started us if there is one, so that versions do not mix.
 * @param {readonly string[]} args
 * @returns {[command: string, args: string[]]}
 */
export function npmCommand(args) {
  const started = process.env['npm_execpath'];
  if (started !== undefined && /npm-cli\.[cm]?js$/.test(started)) return [process.execPath, [started, ...args]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', [...args]];
}
