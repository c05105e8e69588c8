import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';

/** Stands between a relay and Redis. */
export interface DeafProxy {
  readonly url: string;
  /** While true, what others said over Redis is lost on its way to the relay, which cannot notice. */
  isDeaf: boolean;
  /** How much was lost. */
  lost: number;
  readonly stop: () => void;
}

/** How Redis begins what somebody published (its protocol, RESP2: an array of three, the first of which is "message"). */
const pushed = '*3\r\n$7\r\nmessage\r\n';

/** Starts one in front of Redis at `target`. */
export async function startDeafProxy(target: string): Promise<DeafProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((relay) => {
    const redis = connect(Number(port), hostname);
    for (const [socket, other] of [
      [relay, redis],
      [redis, relay],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => other.destroy());
    }
    relay.on('data', (data) => redis.write(data));
    redis.on('data', (data) => {
      if (proxy.isDeaf && data.toString('latin1').startsWith(pushed)) proxy.lost += 1;
      else relay.write(data);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('Listens on no port');
  const proxy: DeafProxy = {
    url: `redis://127.0.0.1:${address.port}`,
    isDeaf: false,
    lost: 0,
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return proxy;
}
