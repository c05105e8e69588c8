import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

// The floor: passes each message on to everybody else, keeps it for whoever comes later, and knows nothing of it. Says where it listens.
const kept: Buffer[] = [];
const server = createServer();
const sockets = new WebSocketServer({ server, maxPayload: 128 * 1024 * 1024 });
sockets.on('connection', (socket) => {
  for (const message of kept) socket.send(message);
  socket.on('message', (data) => {
    // With the default binaryType of ws, a message is one buffer.
    const message = data as Buffer;
    kept.push(message);
    for (const other of sockets.clients)
      if (other !== socket && other.readyState === WebSocket.OPEN) other.send(message);
  });
});
server.listen(0, '127.0.0.1', () => {
  // It listens on a port, not on a pipe.
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`Peer at http://127.0.0.1:${port}\n`);
});
