import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { answerFile, folderVariable, orderFile, printAnswerSchema, type PrintOrder } from './print-order.ts';

/**
 * The environment variable with the command that starts Electron on the printing program, as a JSON array: which Electron, and
 * inside which display, is the starting script's business.
 */
const printerVariable = 'BACKSTORY_PRINTER';

/** Chromium may not take longer for a brief than this, in milliseconds. */
const patience = 5 * 60 * 1000;

/**
 * Prints in an Electron of its own, with data of its own: the app may be open meanwhile. The failure is one sentence for the
 * user.
 */
export async function printWithElectron(order: PrintOrder): Promise<Result<null, string>> {
  const [command, ...args] = v.parse(v.array(v.string()), JSON.parse(process.env[printerVariable] ?? '[]'));
  if (command === undefined) return err('No Electron was found to print with: start this with npm run backstory.');
  const folder = await mkdtemp(join(tmpdir(), 'backstory-print-'));
  try {
    await writeFile(join(folder, orderFile), JSON.stringify(order));
    const noise = await runQuietly(command, args, { ...process.env, [folderVariable]: folder });
    const answer = await readFile(join(folder, answerFile), 'utf8').catch(() => null);
    if (answer === null) return err(`The printing program ended without an answer. ${lastLine(noise)}`.trim());
    const { failure } = v.parse(printAnswerSchema, JSON.parse(answer));
    return failure === null ? ok(null) : err(failure);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs a program to its end without letting it print; gives what it complained. */
function runQuietly(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { env, stdio: ['ignore', 'ignore', 'pipe'], timeout: patience });
    let noise = '';
    child.stderr.on('data', (data: Buffer) => {
      // Its last words are enough, and a program that complains forever must not fill the memory.
      noise = `${noise}${data.toString('utf8')}`.slice(-8192);
    });
    child.once('error', reject);
    child.once('close', () => {
      resolve(noise);
    });
  });
}

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1) ?? '';
