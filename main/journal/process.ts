/** The journal's own process: started by `client.ts` with the library folder and the app's data folder as its arguments. */
import { setTimeout as pause } from 'node:timers/promises';
import { createJournals } from './engine/journals.ts';
import { watchSpace } from './engine/space.ts';
import { createCaptureMethods } from '../library/capture-methods.ts';
import { createFileMethods } from '../library/file-methods.ts';
import { serve, type Port, teller } from './serve.ts';

/** Milliseconds that an earlier process may take to end before this one says that the library is in use. */
const patience = 5000;

/** Milliseconds after which the free space is looked at where nothing is written. */
const lookEvery = 20_000;

const parent = process.parentPort;
const port: Port = {
  post(reply) {
    parent.postMessage(reply);
  },
  listen(listener) {
    parent.on('message', ({ data }: { data: unknown }) => {
      listener(data);
    });
  },
};

const [folder = '', userData = ''] = process.argv.slice(-2);
const tell = teller(port);
// The page's own storage is on the disk of the app's data, and suffers more from a full one.
const space = watchSpace([folder, userData], (free) => {
  tell('journal.space', { free });
});
const journals = createJournals(folder, space);
setInterval(() => {
  space.look();
}, lookEvery).unref();

/** The process before, whose app was killed, may still be ending. */
async function ready() {
  for (let waited = 0; waited < patience && !journals.tryHold(); waited += 50) await pause(50);
  return {
    ...journals.methods,
    ...createCaptureMethods(journals, folder),
    ...createFileMethods(journals, folder, (progress) => {
      tell('library.progress', progress);
    }),
  };
}

serve(port, ready(), () => {
  journals.end();
  process.exit(0);
});
