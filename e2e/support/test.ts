import { test as base, expect, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type RunningApp } from './launch.ts';

/** The app under test, with a data folder of its own for each test. */
export interface Backstory {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** A folder for the test's own files; it goes when the test ends. */
  readonly folder: string;
  /** Lets a problem pass that the test provokes on purpose. */
  readonly allow: (pattern: RegExp) => void;
  /** Closes the app and starts it again on the same data, with these files on its command line. */
  readonly relaunch: (files?: readonly string[]) => Promise<void>;
}

/**
 * Playwright's `test` with a running app. Ending a test closes the app and fails on any error of the page, any violation of
 * its content policy and any request that left the app.
 */
export const test = base.extend<{ backstory: Backstory; files: readonly string[] }>({
  /** Files the app is started with. */
  files: [[], { option: true }],
  backstory: async ({ files }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'backstory-'));
    const userData = join(folder, 'user-data');
    let running: RunningApp = await launch({ userData, files });
    const problems: string[] = [];
    const allowed: RegExp[] = [];
    await use({
      get app() {
        return running.app;
      },
      get page() {
        return running.page;
      },
      folder,
      allow: (pattern) => {
        allowed.push(pattern);
      },
      relaunch: async (again = []) => {
        problems.push(...(await running.close()));
        running = await launch({ userData, files: again });
      },
    });
    problems.push(...(await running.close()));
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    expect(problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)))).toEqual([]);
  },
});

export { expect };
