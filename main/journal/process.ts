/** The journal's own process: started by `client.ts` with the library folder as its argument. */
import { setTimeout as pause } from 'node:timers/promises';
import { createJournals } from './engine/journals.ts';
import { createCaptureMethods } from '../library/capture-methods.ts';
import { createFileMethods } from '../library/file-methods.ts';
import { serve, type Port, teller } from './serve.ts';

/** Milliseconds that an earlier process may take to end before this one says that the library is in use. */
const patience = 3000;

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

const folder = process.argv.at(-1) ?? '';
const journals = createJournals(folder);
const tell = teller(port);

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
