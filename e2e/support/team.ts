import { test as base, expect } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotebookScreen } from '../screens/notebook.ts';
import { launch, type RunningApp } from './launch.ts';
import { TestRelay } from './relay.ts';

/** Somebody with a computer of their own. */
export interface Person {
  readonly name: string;
  readonly running: RunningApp;
  readonly notebook: NotebookScreen;
  /** Closes the app, as its user does, and starts it again on the same data. */
  readonly relaunch: (files?: readonly string[]) => Promise<void>;
  /** Kills the app with everything it is doing. */
  readonly kill: () => Promise<void>;
  /** Starts it again after it was closed or killed. */
  readonly start: (files?: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Team {
  readonly relay: TestRelay;
  /** A folder for the test's own files; it goes when the test ends. */
  readonly folder: string;
  readonly person: (name: string) => Promise<Person>;
  /** Lets a problem pass that the test provokes on purpose. */
  readonly allow: (pattern: RegExp) => void;
}

class TeamMember implements Person {
  #running: RunningApp | null = null;

  constructor(
    readonly name: string,
    private readonly userData: string,
    private readonly problems: string[],
  ) {}

  get running(): RunningApp {
    if (this.#running === null) throw new Error(`${this.name} has closed Backstory`);
    return this.#running;
  }

  get notebook(): NotebookScreen {
    return new NotebookScreen(this.running.page);
  }

  async start(files: readonly string[] = []): Promise<void> {
    this.#running = await launch({ userData: this.userData, files });
  }

  async close(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    if (running === null) return;
    const problems = await running.close();
    this.problems.push(...problems.map((problem) => `${this.name}: ${problem}`));
  }

  async relaunch(files: readonly string[] = []): Promise<void> {
    await this.close();
    await this.start(files);
  }

  async kill(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    if (running === null) return;
    const child = running.app.process();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    await running.close();
  }
}

/** Playwright's `test` with a relay and any number of people, each with an app and data of their own. */
export const test = base.extend<{ team: Team }>({
  team: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'backstory-team-'));
    const relay = await TestRelay.start(join(folder, 'relay'));
    const people: TeamMember[] = [];
    const problems: string[] = [];
    const allowed: RegExp[] = [];
    await use({
      relay,
      folder,
      person: async (name) => {
        const person = new TeamMember(name, join(folder, name), problems);
        people.push(person);
        await person.start();
        return person;
      },
      allow: (pattern) => {
        allowed.push(pattern);
      },
    });
    await Promise.all(people.map((person) => person.close()));
    await relay.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    expect(problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)))).toEqual([]);
  },
});

export { expect };
