import { Server } from '@hocuspocus/server';

// Hocuspocus as it comes, in memory: the peer of our relay. Says where it listens.
const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, stopOnSignals: false });
await server.listen();
process.stdout.write(`Peer at ${server.httpURL.replace('0.0.0.0', '127.0.0.1')}\n`);
