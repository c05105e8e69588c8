/** The sync process: started by `client.ts` with its folder as its argument, and the key of what is in there as the first message. It holds keys and network. */
import { loadCrypto } from '../../shared/sync/crypto/sodium.ts';
import { asker, keyFrom, onKey, parentPort, serve, teller } from '../process/serve.ts';
import { asks } from './asks.ts';
import { connectRoom } from './engine/connect-room.ts';
import { openFiles } from './files/index.ts';
import { RoomFiles } from './rooms/room-files.ts';
import { syncMethods } from './sync-methods.ts';
import { SyncWork } from './sync-work.ts';

const [folder = ''] = process.argv.slice(-1);
const port = parentPort();
let key: Uint8Array | null = null;
onKey(port, (changed) => (key = changed));

const begun = Promise.all([loadCrypto(), keyFrom(port)]).then(([crypto]) => {
  const files = new RoomFiles(folder, () => key);
  return new SyncWork({ crypto, files, ask: asker(port, asks), tell: teller(port), connect: connectRoom, openFiles });
});

serve(
  port,
  syncMethods,
  begun.then(({ methods }) => methods),
  () => {
    void begun.then((work) => work.end()).finally(() => process.exit(0));
  },
);
