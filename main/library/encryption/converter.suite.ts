/** The program that `convert-library.test.ts` kills: it converts a library and tells its parent how far it is. */
import { createJournals } from '../../journal/engine/journals.ts';
import { convertLibrary } from './convert-library.ts';
import { testVault } from './encryption.suite.ts';

const [path = '', towards = ''] = process.argv.slice(2);

async function run(): Promise<void> {
  const journals = createJournals(path, undefined, testVault);
  const work = { signal: new AbortController().signal, progress: () => undefined };
  const left = await journals.alone(() =>
    convertLibrary(path, testVault, towards === 'plain' ? 'plain' : 'encrypted', work),
  );
  journals.end();
  process.send?.({ left: left.map(({ message }) => message) }, () => process.exit(0));
}

process.send?.({ begun: true });
void run();
