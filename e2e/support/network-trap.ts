import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A proxy that answers nothing and notes everything: whatever Chromium wants from a network, it has to ask here. */
export interface NetworkTrap {
  /** Chromium switches that send all traffic, loopback included, to the trap. */
  readonly switches: readonly string[];
  /** The first line of each request that came. */
  readonly caught: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a trap on a free port of this machine. */
export async function openNetworkTrap(): Promise<NetworkTrap> {
  const caught: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', (data) => {
      caught.push(data.toString('latin1').split('\r\n')[0] ?? '');
      socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    switches: [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
    caught,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}
