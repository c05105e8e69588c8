import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pdfParameters } from './parameters.ts';

describe('[CP32] how PDF files are opened', () => {
  const parameters = pdfParameters(new Uint8Array([1]));

  it('without forms that run, and without WebAssembly', () => {
    expect(parameters).toMatchObject({ enableXfa: false, useWasm: false, useWorkerFetch: true });
  });

  it('with files of our own origin', () => {
    for (const url of [parameters.cMapUrl, parameters.standardFontDataUrl, parameters.wasmUrl]) {
      expect(url.startsWith(`${new URL('/pdf/', location.href).href}`)).toBe(true);
    }
  });

  it('with a pdf.js that is not known to be broken', () => {
    const [, major, minor, patch] =
      /"version": "(\d+)\.(\d+)\.(\d+)"/.exec(readFileSync('node_modules/pdfjs-dist/package.json', 'utf8')) ?? [];
    // CVE-2026-16633 was mended in 6.2.108.
    const number = Number(major) * 1e6 + Number(minor) * 1e4 + Number(patch);
    expect(number).toBeGreaterThanOrEqual(6_020_108);
  });
});
