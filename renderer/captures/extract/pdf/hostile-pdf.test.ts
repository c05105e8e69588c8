import { describe, expect, it } from 'vitest';
import { harmlessWord, hostileFiles } from '../../../../shared/captures/testing/hostile-files.ts';
import { serveOwnFiles } from './own-files.suite.ts';
import { readPdf } from './read-pdf.ts';

const files = hostileFiles('http://trap.example').filter(({ kind }) => kind === 'pdf');

describe('[CP40] hostile PDF files', () => {
  it.each(files)('$name becomes words', async ({ bytes, name }) => {
    const fetched = serveOwnFiles();
    const outcome = await readPdf(bytes, { name }, () => undefined);
    expect(outcome.ok && outcome.value.reading.text).toContain(harmlessWord);
    // A stringified address is what pdf.js asks by.
    const asked = fetched.mock.calls.map(([address]) => address);
    for (const address of asked) expect(address).toMatch(/^\w+:\/\/[^/]*\/pdf\//);
    expect(globalThis).not.toHaveProperty('harmed');
  });
});
