// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, it } from 'vitest';
import { createMemoryJournal } from '../bridge/memory-journal.ts';
import { storeCases } from './document-store.suite.ts';
import { dualHarness } from './dual-harness.suite.ts';
import { dualCases } from './dual-store.suite.ts';
import { workHere } from './store-work.ts';

const options = { patience: 250, lockPatience: 60, work: workHere };

describe('the two stores', () => {
  const harness = dualHarness({ ...options, journal: createMemoryJournal() });
  it.each(storeCases(harness).map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    await one.run(harness);
  });
  it.each(dualCases().map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    await one.run(dualHarness({ ...options, journal: createMemoryJournal() }));
  });
});
