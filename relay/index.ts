import { createLog } from './log.ts';
import type { Log } from './log.ts';
import { help, OptionError, readOptions } from './options.ts';
import { startRelay } from './relay.ts';

/** Starts a relay as its arguments say, until it is asked to stop. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === 'help') return void process.stdout.write(help);
  const write = (line: string): void => void process.stderr.write(line);
  hearEngine(createLog(options.logLevel, write));
  const relay = await startRelay(options, write);
  process.stdout.write(`Relay at ${relay.url}\n`);
  const stop = (): void => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    void relay.stop();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** The engine speaks to the console, of all it closes and in the words of whoever connects: it is heard in the log's form, where that is asked for. */
function hearEngine(log: Log): void {
  const hear = (...said: readonly unknown[]): void => {
    const words = said.map((one) => (one instanceof Error ? one.message : String(one))).join(' ');
    log.debug('engine', { said: words.slice(0, 300) });
  };
  console.error = hear;
  console.warn = hear;
}

try {
  await main();
} catch (error) {
  const problem = error instanceof OptionError || isSystemError(error) ? wordsOf(error) : error;
  process.stderr.write(`${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}\n`);
  // What was opened before (a database, say) would keep the process.
  process.exit(1);
}

function wordsOf(error: Error): string {
  const isTaken = 'code' in error && error.code === 'EADDRINUSE';
  return isTaken
    ? `${error.message}\nA relay may be running already: stop it, or choose another port with --port.`
    : error.message;
}

/** What the system refuses (a port in use, a folder that cannot be written) is no bug. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}
