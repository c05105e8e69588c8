import { defineConfig } from '@playwright/test';

/** Journeys drive one real app at a time: they share a display and its focus. */
export default defineConfig({
  testDir: 'e2e/journeys',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter:
    process.env['BACKSTORY_REPORT'] === undefined
      ? 'list'
      : [['list'], ['json', { outputFile: process.env['BACKSTORY_REPORT'] }]],
});
