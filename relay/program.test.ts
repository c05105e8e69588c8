import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort, said } from './testing/servers.ts';

const dockerfile = readFileSync('Dockerfile', 'utf8').replaceAll('\\\n', ' ');

/** What stands behind a word of the Dockerfile, the first time that it matches. */
function step(words: RegExp): string {
  const found = words.exec(dockerfile)?.[1];
  if (found === undefined) throw new Error(`The Dockerfile has no ${words.source}`);
  return found;
}

describe('the relay in one file, made as the Dockerfile makes it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relay-program-'));
  const program = join(folder, 'relay.mjs');
  const running: ChildProcess[] = [];
  beforeAll(() => {
    const command = step(/^RUN (node_modules\/\.bin\/esbuild .*)$/m);
    execFileSync('sh', ['-c', command.replace('/out/relay.mjs', program)], { stdio: 'pipe' });
  });
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs it where it finds no packages, with these options in the environment. */
  function run(options: Readonly<Record<string, string>>, ...args: readonly string[]): ChildProcess {
    const variables = Object.entries(options).map(([name, text]) => [`BACKSTORY_RELAY_${name}`, text] as const);
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], ...Object.fromEntries(variables) },
    });
    running.push(child);
    return child;
  }

  function ended(child: ChildProcess): Promise<{ readonly code: number | null; readonly text: string }> {
    let text = '';
    child.stderr?.on('data', (data: Buffer) => (text += data.toString()));
    child.stdout?.on('data', (data: Buffer) => (text += data.toString()));
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, text })));
  }

  it('starts by the variables of the image, is healthy by its own check, and stops when asked to', async () => {
    expect(statSync(program).size).toBeLessThan(4_000_000);
    const given = ['HOST=0.0.0.0', 'PORT=4747', 'DATA=/data'].map((one) => `BACKSTORY_RELAY_${one}`);
    expect(step(/^ENV (.+)$/m).split(' ')).toEqual(given);
    const port = await freePort();
    const child = run({ HOST: '127.0.0.1', PORT: String(port), DATA: join(folder, 'data') });
    expect(await said(child, /Relay at \S+/)).toContain(`http://127.0.0.1:${port}`);
    const health = await fetch(`http://127.0.0.1:${port}/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok', protocol: 1 }]);
    // Its arguments after ["node", as JSON.
    const check = JSON.parse(`[${step(/^HEALTHCHECK .* CMD \["node", (.+)\]$/m)}]`) as readonly string[];
    const checked = () =>
      ended(
        spawn(
          process.execPath,
          check.map((one) => one.replace('4747', String(port))),
        ),
      );
    expect((await checked()).code).toBe(0);
    const end = ended(child);
    child.kill('SIGTERM');
    expect((await end).code).toBe(0);
    expect((await checked()).code).toBe(1);
  });

  it('says which options there are', async () => {
    const { code, text } = await ended(run({}, '--help'));
    expect(code).toBe(0);
    expect(text).toMatch(/^Usage: .*--owners KEYS/s);
  });

  it('says in one line what keeps it from starting, and ends', async () => {
    const data = join(folder, 'other');
    const port = await freePort();
    await said(run({ PORT: String(port), DATA: join(folder, 'first') }), /Relay at/);
    const file = join(folder, 'no-certificate.pem');
    writeFileSync(file, 'none');
    const absent = join(folder, 'absent.pem');
    const wrong: readonly (readonly [options: Readonly<Record<string, string>>, words: RegExp])[] = [
      [{ OWNERS: 'Mara' }, /^--owners are public keys of 32 bytes in base64url, separated by commas\.\n$/],
      [
        { PORT: String(port), DATA: data },
        /EADDRINUSE: address already in use 127\.0\.0\.1:\d+\nA relay may be running already: .*--port\.\n$/,
      ],
      [{ PORT: '0', DATA: join(file, 'data') }, /^ENOTDIR: .*\n$/],
      [{ PORT: '0', DATA: data, TLS_CERT: file, TLS_KEY: file }, /^--tls-cert and --tls-key: .*PEM.*\n$/],
      [{ PORT: '0', DATA: data, TLS_CERT: absent, TLS_KEY: file }, /^--tls-cert and --tls-key: ENOENT: .*\n$/],
    ];
    for (const [options, words] of wrong) {
      const { code, text } = await ended(run(options));
      expect(text).toMatch(words);
      expect(code).toBe(1);
    }
    const { code, text } = await ended(run({}, '--prot', '1'));
    expect([code, text]).toEqual([1, expect.stringMatching(/^Unknown option '--prot'.*\n$/)]);
  });
});
