import { Redis as RedisClient } from 'ioredis';
import type { RedisOptions } from 'ioredis';
import type { Log } from '../log.ts';
import { OptionError } from '../options.ts';

/** The two connections that one relay has to Redis: Redis lets one that listens do nothing else. */
export interface RedisClients {
  readonly speaking: RedisClient;
  readonly listening: RedisClient;
}

const common: RedisOptions = {
  // A connection that only listens would not notice that its other end is gone: the system asks after so many silent milliseconds.
  keepAlive: 10_000,
};
/** What is said while Redis is away is lost, as Redis may lose it anyway: kept, it would fill the memory. */
const speaking: RedisOptions = {
  ...common,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  // A Redis that hangs keeps nobody waiting for longer.
  commandTimeout: 5_000,
};
/** Subscriptions wait until Redis is back. */
const listening: RedisOptions = { ...common, maxRetriesPerRequest: null };

/** Says things that may be lost. The engine does not look after its promises, and one that fails would end the process. */
class SpeakingClient extends RedisClient {
  /** Resolves to the number of connections that heard it; 0 as well where Redis did not take it. */
  override publish(channel: string | Buffer, message: string | Buffer): Promise<number> {
    return super.publish(channel, message).catch(() => 0);
  }
}

/** Connects to Redis. Throws `OptionError` where that fails; a connection that is lost later is made again. */
export async function connectRedis(url: string): Promise<RedisClients> {
  const clients = { speaking: new SpeakingClient(url, speaking), listening: new RedisClient(url, listening) };
  const both = Object.values(clients);
  try {
    await Promise.all(both.map(connected));
    return clients;
  } catch (error) {
    for (const client of both) client.disconnect();
    throw new OptionError(`--redis: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function connected(client: RedisClient): Promise<void> {
  return new Promise((resolve, reject) => {
    client.once('ready', resolve);
    client.once('error', reject);
  });
}

/** Logs that Redis is lost, once, and that it is back; `onBack` is told of each connection that was made again. */
export function watchRedis({ speaking, listening }: RedisClients, log: Log, onBack: () => void): void {
  const lost = new Set<RedisClient>();
  for (const client of [speaking, listening]) {
    let reason = 'the connection was closed';
    client.on('error', (error: Error) => {
      reason = error.message;
    });
    client.on('close', () => {
      if (lost.size === 0) log.error('redis-lost', { reason });
      lost.add(client);
    });
    client.on('ready', () => {
      reason = 'the connection was closed';
      if (lost.delete(client) && lost.size === 0) log.info('redis-back');
      onBack();
    });
  }
}
