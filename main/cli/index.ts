/** The command line: what succeeds prints its result; what fails prints one line on stderr, and nothing else. */
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { parseCommand, usage } from './arguments.ts';
import { writeBrief } from './brief.ts';
import { exportStory } from './export.ts';
import { importAsJson } from './import.ts';

/** Does what was asked; gives what goes to stdout, or the sentence for stderr. */
async function perform(argv: readonly string[]): Promise<Result<string, string>> {
  const command = parseCommand(argv);
  if (!command.ok) return command;
  const { value } = command;
  switch (value.verb) {
    case 'help':
      return ok(usage);
    case 'import':
      return importAsJson(value.file, value.capturedOn, value.dateOrder);
    case 'export':
      return exportStory(value.file, value.format, value.out, value.capturedOn, value.dateOrder);
    case 'brief':
      return writeBrief(value.file, value.out, value.paper, value.capturedOn, value.dateOrder);
  }
}

// A reader that has seen enough (`… | head`) closes the pipe; that is no failure.
process.stdout.on('error', () => process.exit(0));

const outcome = await perform(process.argv.slice(2)).catch((error: unknown) =>
  // A bug of ours: still one line, and no stack in front of a user.
  err(`Something unexpected went wrong: ${error instanceof Error ? error.message : String(error)}`),
);
if (outcome.ok) process.stdout.write(outcome.value);
else process.stderr.write(`${outcome.error.replace(/\s+/g, ' ').trim()}\n`);
process.exitCode = outcome.ok ? 0 : 1;
