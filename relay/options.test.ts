import { describe, expect, it } from 'vitest';
import { help, OptionError, readOptions } from './options.ts';
import type { RelayOptions } from './options.ts';

const [mara, ilir] = ['A'.repeat(43), `${'B'.repeat(42)}A`];

function read(args: readonly string[], environment: Readonly<Record<string, string>> = {}): RelayOptions {
  const options = readOptions(args, environment);
  if (options === 'help') throw new Error('asked for help');
  return options;
}

/** Each option as an operator writes it, and what comes of it. */
const given: readonly (readonly [name: string, text: string, options: Partial<RelayOptions>])[] = [
  ['port', '8443', { port: 8443 }],
  ['host', '0.0.0.0', { host: '0.0.0.0' }],
  ['data', '/var/lib/relay', { data: '/var/lib/relay' }],
  ['postgres', 'postgres://relay@db/relay', { postgres: 'postgres://relay@db/relay' }],
  ['redis', 'rediss://:secret@cache:6380/2', { redis: 'rediss://:secret@cache:6380/2' }],
  ['resync', '5', { resync: 5_000 }],
  ['public-url', 'https://relay.example.org', { publicUrl: 'https://relay.example.org' }],
  ['tls-cert', 'cert.pem', { tls: { certificate: 'cert.pem', key: 'key.pem' } }],
  ['tls-key', 'key.pem', { tls: { certificate: 'cert.pem', key: 'key.pem' } }],
  ['owners', `${mara}, ${ilir}`, { owners: new Set([mara, ilir]) }],
  ['room-log', '10', { roomLog: 10 * 1024 * 1024 }],
  ['room-files', '0', { roomFiles: 0 }],
  ['log-level', 'warn', { logLevel: 'warn' }],
];
const flags = given.flatMap(([name, text]) => [`--${name}`, text]);
const variables = Object.fromEntries(
  given.map(([name, text]) => [`BACKSTORY_RELAY_${name.toUpperCase().replace('-', '_')}`, text]),
);

describe('options', () => {
  it.each(given)('--%s %s', (_name, _text, options) => {
    expect(read(flags)).toMatchObject(options);
    expect(read([], variables)).toMatchObject(options);
  });

  it('are the same by flags and by the environment, and have names of their own', () => {
    const all = { ...read(flags), trustProxy: true };
    expect(read([...flags, '--trust-proxy'])).toEqual(all);
    expect(read([], { ...variables, BACKSTORY_RELAY_TRUST_PROXY: 'true' })).toEqual(all);
    expect(read([], { PORT: '1', REDIS: 'redis://host' })).toEqual(read([]));
  });

  it('say without anything: this computer alone, everybody’s rooms, no proxy', () => {
    expect(read([])).toEqual({
      port: 4747,
      host: '127.0.0.1',
      data: 'relay-data',
      postgres: null,
      redis: null,
      resync: 30_000,
      publicUrl: null,
      tls: null,
      trustProxy: false,
      owners: null,
      logLevel: 'info',
      roomLog: 256 * 1024 * 1024,
      roomFiles: 2048 * 1024 * 1024,
    });
  });

  it('by a flag count more than by the environment; an empty variable is not given', () => {
    expect(read(['--port', '1'], { BACKSTORY_RELAY_PORT: '2' }).port).toBe(1);
    const empty = Object.fromEntries(
      [...Object.keys(variables), 'BACKSTORY_RELAY_TRUST_PROXY'].map((one) => [one, '']),
    );
    expect(read([], empty)).toEqual(read([]));
  });

  it('are all in the help, which counts more than what is wrong', () => {
    expect(readOptions(['--help', '--port', 'x'], {})).toBe('help');
    for (const [name] of [...given, ['trust-proxy']]) expect(help).toContain(`--${name} `);
  });
});

describe('what is wrong', () => {
  it.each<readonly [args: readonly string[], problem: RegExp]>([
    [['--prot', '1'], /--prot/],
    [['relay.example.org'], /relay\.example\.org/],
    [['--port'], /--port/],
    [['--trust-proxy=yes'], /--trust-proxy/],
    [['--port', '65536'], /^--port is a whole number from 0 to 65535\.$/],
    [['--port', '1.5'], /^--port is/],
    [['--port='], /^--port is/],
    [['--resync', '0'], /^--resync is a whole number from 1 to 3600\.$/],
    [['--room-log', '-1'], /--room-log/],
    [['--room-files', '1e99'], /^--room-files is/],
    [['--log-level', 'loud'], /^--log-level is one of silent, error, warn, info, debug\.$/],
    [['--public-url', 'https://relay.example.org/'], /^--public-url is an address without a path/],
    [['--public-url', 'relay.example.org'], /^--public-url is/],
    [['--tls-cert', 'cert.pem'], /^--tls-cert and --tls-key belong together\.$/],
    [['--tls-key', 'key.pem'], /^--tls-cert and --tls-key belong together\.$/],
    [['--redis', 'redis://host'], /^--redis needs --postgres\.$/],
    [
      ['--postgres', 'postgres://host', '--redis', 'host:6379'],
      /^--redis is an address such as redis:\/\/host:port\.$/,
    ],
    [['--postgres', 'db'], /^--postgres is an address such as postgres:\/\/host:port\.$/],
    [['--owners', ''], /^--owners are public keys of 32 bytes in base64url/],
    [['--owners', `${mara},`], /^--owners are/],
    [['--owners', mara.slice(1)], /^--owners are/],
    // Base64, but not as it is in addresses; and hexadecimal.
    [['--owners', `${mara}=`], /^--owners are/],
    [['--owners', '0'.repeat(64)], /^--owners are/],
  ])('%j', (args, problem) => {
    expect(() => read(args)).toThrow(OptionError);
    expect(() => read(args)).toThrow(problem);
  });

  it.each([
    ['BACKSTORY_RELAY_PORT', 'x', /^--port is/],
    ['BACKSTORY_RELAY_PUBLIC_URL', 'relay', /^--public-url is/],
    ['BACKSTORY_RELAY_OWNERS', 'Mara', /^--owners are/],
    ['BACKSTORY_RELAY_TLS_KEY', 'key.pem', /^--tls-cert and --tls-key belong together/],
    ['BACKSTORY_RELAY_LOG_LEVEL', 'INFO', /^--log-level is/],
  ])('%s=%s', (variable, text, problem) => {
    expect(() => read([], { [variable]: text })).toThrow(problem);
  });

  it('a variable that is neither true nor false', () => {
    const env = { BACKSTORY_RELAY_TRUST_PROXY: '1' };
    expect(() => read([], env)).toThrow(/^BACKSTORY_RELAY_TRUST_PROXY is true or false\.$/);
    expect(read(['--trust-proxy'], env).trustProxy).toBe(true);
  });
});
