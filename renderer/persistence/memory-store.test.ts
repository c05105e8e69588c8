import { describe, it } from 'vitest';
import { storeCases } from './document-store.suite.ts';
import { createMemoryStore, newMemory } from './memory-store.ts';

describe('memory store', () => {
  const memory = newMemory();
  const harness = { window: () => createMemoryStore(memory) };
  it.each(storeCases(harness).map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    await one.run(harness);
  });
});
