import { parseArgs } from 'node:util';
import { fromBase64 } from '../shared/sync/base64.ts';
import { isOrigin } from '../shared/sync/relay-address.ts';
import { limits } from '../shared/sync/limits.ts';
import { logLevels } from './log.ts';
import type { LogLevel } from './log.ts';

/** How a relay runs. */
export interface RelayOptions {
  readonly port: number;
  readonly host: string;
  /** The folder of the database and the files. */
  readonly data: string;
  /** Where PostgreSQL is, for several relays of the same rooms; null: SQLite in the folder. */
  readonly postgres: string | null;
  /** Where Redis is, through which such relays tell each other; null for one relay alone. */
  readonly redis: string | null;
  /** Milliseconds after which they ask each other again for what Redis may have lost. */
  readonly resync: number;
  /** The address by which devices know the relay, "https://relay.example.org"; null: whatever they call it. */
  readonly publicUrl: string | null;
  /** Files of a certificate and its key, for TLS without a proxy. */
  readonly tls: { readonly certificate: string; readonly key: string } | null;
  /** Whether a proxy in front says where connections come from (X-Forwarded-For). */
  readonly trustProxy: boolean;
  /** The owners whose rooms are taken, by public key in base64url; null: everybody's. */
  readonly owners: ReadonlySet<string> | null;
  readonly logLevel: LogLevel;
  /** Bytes of the log and of the files of one room. */
  readonly roomLog: number;
  readonly roomFiles: number;
}

/** What is wrong with the options; `message` is for the operator. */
export class OptionError extends Error {}

export const help = `Usage: npm run relay -- [options]

Each option can be given in the environment, too: --public-url is BACKSTORY_RELAY_PUBLIC_URL.

  --port N            port to listen on (4747; 0 for any)
  --host NAME         address to listen on (127.0.0.1)
  --data FOLDER       where the database and files are kept (./relay-data)
  --postgres URL      store in PostgreSQL instead, shared by several relays
  --redis URL         Redis, through which such relays tell each other; it must be private
  --resync SECONDS    how often they ask each other for what Redis may have lost (30)
  --public-url URL    the address that devices use, e.g. https://relay.example.org
  --tls-cert FILE     a certificate, and
  --tls-key FILE      its key: for TLS without a proxy
  --trust-proxy       a proxy in front tells where connections come from
  --owners KEYS       only rooms of these owners: public keys, separated by commas (everybody's)
  --room-log MIB      most that one room may store in its log (256)
  --room-files MIB    most that one room may store in files (2048)
  --log-level LEVEL   ${logLevels.join(', ')} (info)
  --help              this text
`;

const names = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  postgres: { type: 'string' },
  redis: { type: 'string' },
  resync: { type: 'string' },
  'public-url': { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'trust-proxy': { type: 'boolean' },
  owners: { type: 'string' },
  'room-log': { type: 'string' },
  'room-files': { type: 'string' },
  'log-level': { type: 'string' },
  help: { type: 'boolean' },
} as const;

const mib = 1024 * 1024;
const ownerKeyLength = 32;

/** Reads options from arguments and, for those not among them, the environment. 'help' where that was asked for. Throws `OptionError`. */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): RelayOptions | 'help' {
  const values = parsed(args);
  // A variable that is empty is not given: an empty host would be every address there is.
  const given = (name: string): string | null => environment[variable(name)] || null;
  const text = (name: Exclude<keyof typeof names, 'trust-proxy' | 'help'>): string | null =>
    values[name] ?? given(name);
  if (values.help === true) return 'help';
  const [certificate, key] = [text('tls-cert'), text('tls-key')];
  if ((certificate === null) !== (key === null)) throw new OptionError('--tls-cert and --tls-key belong together.');
  const publicUrl = text('public-url');
  if (publicUrl !== null && !isOrigin(publicUrl))
    throw new OptionError('--public-url is an address without a path, such as https://relay.example.org.');
  // Without shared storage one relay would not find what the other has stored.
  if (text('redis') !== null && text('postgres') === null) throw new OptionError('--redis needs --postgres.');
  const logLevel = text('log-level') ?? 'info';
  const level = logLevels.find((one) => one === logLevel);
  if (level === undefined) throw new OptionError(`--log-level is one of ${logLevels.join(', ')}.`);
  return {
    port: number('--port', text('port') ?? '4747', 65_535),
    host: text('host') ?? '127.0.0.1',
    data: text('data') ?? 'relay-data',
    postgres: server('--postgres', text('postgres'), ['postgres:', 'postgresql:']),
    redis: server('--redis', text('redis'), ['redis:', 'rediss:']),
    resync: number('--resync', text('resync') ?? '30', 3_600, 1) * 1000,
    publicUrl,
    tls: certificate === null || key === null ? null : { certificate, key },
    trustProxy: values['trust-proxy'] ?? isTrue(variable('trust-proxy'), given('trust-proxy')),
    owners: owners(text('owners')),
    logLevel: level,
    roomLog: number('--room-log', text('room-log') ?? String(limits.roomLog / mib), 1_000_000) * mib,
    roomFiles: number('--room-files', text('room-files') ?? String(limits.roomFiles / mib), 1_000_000) * mib,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: names, strict: true }).values;
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error));
  }
}

function variable(name: string): string {
  return `BACKSTORY_RELAY_${name.toUpperCase().replaceAll('-', '_')}`;
}

function number(name: string, text: string, most: number, least = 0): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most)
    throw new OptionError(`${name} is a whole number from ${least} to ${most}.`);
  return value;
}

function server(name: string, text: string | null, protocols: readonly string[]): string | null {
  if (text !== null && !protocols.includes(URL.parse(text)?.protocol ?? ''))
    throw new OptionError(`${name} is an address such as ${protocols[0]}//host:port.`);
  return text;
}

function isTrue(name: string, text: string | null): boolean {
  if (text !== null && text !== 'true' && text !== 'false') throw new OptionError(`${name} is true or false.`);
  return text === 'true';
}

function owners(text: string | null): ReadonlySet<string> | null {
  if (text === null) return null;
  const keys = text.split(',').map((key) => key.trim());
  const wrong = keys.find((key) => fromBase64(key)?.length !== ownerKeyLength);
  if (wrong !== undefined)
    throw new OptionError('--owners are public keys of 32 bytes in base64url, separated by commas.');
  return new Set(keys);
}
