/** The journal's own process: started by `client.ts` with the library folder and the app's data folder as its arguments, and the library's key as the first message. */
import { setTimeout as pause } from 'node:timers/promises';
import type { LibraryProgress } from '../../shared/bridge/index.ts';
import { createJournals, type Journals } from './engine/journals.ts';
import { openVault } from './engine/seal.ts';
import { watchSpace } from './engine/space.ts';
import { createCaptureMethods } from '../library/capture-methods.ts';
import { createConversionMethods } from '../library/encryption/conversion-methods.ts';
import { createFileMethods } from '../library/file-methods.ts';
import { keyFrom, parentPort, serve, teller } from '../process/serve.ts';
import { processMethods } from './process-methods.ts';

/** Milliseconds that an earlier process may take to end before this one says that the library is in use. */
const patience = 5000;

/** Milliseconds after which the free space is looked at where nothing is written. */
const lookEvery = 20_000;

const port = parentPort();
const [folder = '', userData = ''] = process.argv.slice(-2);
const tell = teller(port);
// The page's own storage is on the disk of the app's data, and suffers more from a full one.
const space = watchSpace([folder, userData], (free) => {
  tell('journal.space', { free });
});
let journals: Journals | null = null;
setInterval(() => {
  space.look();
}, lookEvery).unref();

/** The process before, whose app was killed, may still be ending. */
async function ready() {
  const key = await keyFrom(port);
  const vault = key === null ? null : openVault(key);
  const made = createJournals(folder, space, vault);
  journals = made;
  for (let waited = 0; waited < patience && !made.tryHold(); waited += 50) await pause(50);
  const progress = (how: LibraryProgress) => {
    tell('library.progress', how);
  };
  return {
    ...made.methods,
    ...createCaptureMethods(made, folder),
    ...createFileMethods(made, folder, progress),
    ...createConversionMethods(made, { path: folder, vault, tell: progress }),
  };
}

serve(port, processMethods, ready(), () => {
  journals?.end();
  process.exit(0);
});
