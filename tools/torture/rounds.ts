import { _electron, type ElectronApplication } from '@playwright/test';
import type { Command } from '../bench/live/desk.ts';
import { below, type Random } from '../bench/random.ts';
import { TorturedNotebook, type Place } from './notebook.ts';
import { killsOf, type Tally, type Victim } from './tally.ts';

/** Milliseconds between the beginning of some work and the kill that ends it. */
const shortest = 20;
const longest = 1500;
/** Milliseconds between two edits, at most. */
const longestPause = 500;

/** A scripted session that is killed again and again, on one and the same data. */
export class Torture {
  readonly #command: Command;
  readonly #random: Random;
  readonly #tally: Tally;
  /** Every token typed and not yet known to be lost, and those the app has called saved. */
  readonly #typed = new Set<string>();
  readonly #confirmed = new Set<string>();
  #number = 0;

  constructor(command: Command, random: Random, tally: Tally) {
    this.#command = command;
    this.#random = random;
    this.#tally = tally;
  }

  /** Makes the notebook, then rounds until so many things were killed or the time is up. */
  async run(limits: {
    readonly kills: number;
    readonly milliseconds: number;
    /** Whether the library is encrypted first. */
    readonly encrypted: boolean;
  }): Promise<void> {
    const end = Date.now() + limits.milliseconds;
    const first = await this.#start();
    const notebook = new TorturedNotebook(await first.firstWindow());
    await notebook.make();
    if (limits.encrypted) await notebook.encrypt();
    await first.close();
    while (killsOf(this.#tally) < limits.kills && Date.now() < end && this.#tally.problems.length === 0)
      await this.#round();
    await this.#checked(async (notebook) => {
      await notebook.opened();
    });
  }

  /** One start of the app: what was confirmed must be there; then work and kills, the app's own last. */
  async #round(): Promise<void> {
    await this.#checked(async (notebook, app) => {
      for (let kills = 1 + below(this.#random, 3); kills > 0; kills -= 1) {
        await this.#work(notebook);
        await this.#kill('journal', app);
        // The journal is started again by itself, and gets what it had not confirmed.
        await this.#work(notebook);
        await notebook.saved();
        await this.#note(notebook);
      }
      await this.#work(notebook);
      if (below(this.#random, 2) === 0) {
        await this.#kill('window', app);
        await rest(below(this.#random, longest));
      }
      await this.#kill('app', app);
    });
  }

  async #checked(work: (notebook: TorturedNotebook, app: ElectronApplication) => Promise<void>): Promise<void> {
    const app = await this.#start();
    try {
      const notebook = new TorturedNotebook(await app.firstWindow());
      await notebook.opened();
      await this.#check(notebook);
      await work(notebook, app);
    } catch (error) {
      this.#tally.problems.push(error instanceof Error ? error.message : String(error));
    } finally {
      app.process().kill('SIGKILL');
      await app.close().catch(() => undefined);
    }
  }

  /** Compares what is there with what was typed and confirmed. */
  async #check(notebook: TorturedNotebook): Promise<void> {
    const present = new Set<string>();
    for (const place of ['people', 'words'] as const) {
      await notebook.go(place);
      await notebook.unfold();
      for (const token of (await notebook.shown()).tokens) present.add(token);
    }
    for (const token of this.#typed) {
      if (present.has(token)) this.#confirmed.add(token);
      else if (this.#confirmed.has(token)) this.#tally.lost.push(token);
      else this.#tally.unconfirmedLost += 1;
    }
    // From here on only what is there counts; what is there after a start is stored.
    for (const token of this.#typed) if (!present.has(token)) this.#typed.delete(token);
    for (const token of this.#confirmed) if (!present.has(token)) this.#confirmed.delete(token);
  }

  /** Types for a random time, and notes what the window says is saved. */
  async #work(notebook: TorturedNotebook): Promise<void> {
    const end = Date.now() + shortest + below(this.#random, longest - shortest);
    const place: Place = below(this.#random, 3) === 0 ? 'people' : 'words';
    await notebook.go(place);
    do {
      this.#number += 1;
      const token = `${place === 'people' ? 'p' : 'w'}${this.#number}x`;
      this.#typed.add(token);
      this.#tally.typed += 1;
      await notebook.type(token);
      // Some pauses are long enough for the edit to be confirmed, some are not.
      await rest(below(this.#random, longestPause));
      await this.#note(notebook);
    } while (Date.now() < end);
  }

  /** Takes down what the window calls saved at this moment. */
  async #note(notebook: TorturedNotebook): Promise<void> {
    const { tokens, saved } = await notebook.shown();
    if (!saved) return;
    for (const token of tokens) {
      if (!this.#confirmed.has(token)) this.#tally.confirmed += 1;
      this.#confirmed.add(token);
    }
  }

  async #kill(victim: Victim, app: ElectronApplication): Promise<void> {
    const pid = victim === 'app' ? app.process().pid : await pidOf(victim, app);
    if (pid === undefined) throw new Error(`There is no process of the ${victim} to kill`);
    process.kill(pid, 'SIGKILL');
    this.#tally.kills[victim] += 1;
  }

  async #start(): Promise<ElectronApplication> {
    const { file, args, env } = this.#command;
    return await _electron.launch({
      executablePath: file,
      args: [...args],
      env: { ...env, BACKSTORY_WAIT_FOR_DRIVER: '1' },
      colorScheme: null,
      timeout: 60_000,
    });
  }
}

async function pidOf(victim: 'window' | 'journal', app: ElectronApplication): Promise<number | undefined> {
  return await app.evaluate(
    ({ app: main, BrowserWindow }, wanted) =>
      wanted === 'window'
        ? BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()
        : main.getAppMetrics().find(({ name, serviceName }) => [name, serviceName].includes('Backstory journal'))?.pid,
    victim,
  );
}

/** A random moment is what is wanted here: nothing is waited for. */
function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
