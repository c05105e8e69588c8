import { defineConfig } from '@playwright/test';

/**
 * Journeys drive real apps. Apps share a display and its focus, so that as many journeys run at a time as there are displays
 * (`tools/check/journeys.mjs` opens some). The times are for a small machine that is busy with other things: a journey waits for what it
 * wants to see, and only a failure takes as long as this.
 */
export default defineConfig({
  testDir: 'e2e/journeys',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter:
    process.env['BACKSTORY_REPORT'] === undefined
      ? 'list'
      : [['list'], ['json', { outputFile: process.env['BACKSTORY_REPORT'] }]],
});
