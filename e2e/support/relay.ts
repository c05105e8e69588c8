import { spawn, type ChildProcess } from 'node:child_process';
import { cp, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './subject.ts';

/** A relay in a process of its own, with a folder that outlives it. */
export class TestRelay {
  #child: ChildProcess | null = null;
  #url = '';
  readonly #log: string[] = [];

  private constructor(readonly data: string) {}

  static async start(data: string): Promise<TestRelay> {
    const relay = new TestRelay(data);
    await relay.start();
    return relay;
  }

  /** "http://127.0.0.1:PORT": the same for as long as the relay lives, however often it is started. */
  get url(): string {
    return this.#url;
  }

  /** What it logged, a line each. */
  get log(): readonly string[] {
    return this.#log;
  }

  /** Starts it, again at the address it had. */
  async start(): Promise<void> {
    const port = this.#url === '' ? '0' : new URL(this.#url).port;
    const args = [join(root, 'relay', 'index.ts'), '--port', port, '--data', this.data, '--log-level', 'debug'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    child.stderr.on('data', (bytes: Buffer) => this.#log.push(...bytes.toString().trim().split('\n')));
    this.#url = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (bytes: Buffer) => {
        said += bytes.toString();
        const url = /Relay at (\S+)/.exec(said)?.[1];
        if (url !== undefined) resolve(url);
      });
      child.once('exit', () => reject(new Error(`The relay ended: ${this.#log.join('\n')}`)));
    });
  }

  /** Ends it as an operator does, or as a fault does. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  /** Keeps a copy of all it stored, while it is stopped. */
  async copyTo(folder: string): Promise<void> {
    await cp(this.data, folder, { recursive: true });
  }

  /** Puts such a copy in the place of what it has, while it is stopped: a backup that was restored. */
  async replaceBy(folder: string): Promise<void> {
    await rm(this.data, { recursive: true, force: true });
    await cp(folder, this.data, { recursive: true });
  }

  /** All bytes that it stored, and all it logged. */
  async everything(): Promise<Buffer> {
    const entries = await readdir(this.data, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const names = Buffer.from(files.join('\n'));
    return Buffer.concat([
      names,
      ...(await Promise.all(files.map((file) => readFile(file)))),
      Buffer.from(this.#log.join('\n')),
    ]);
  }
}
