import { readFile } from 'node:fs/promises';
import { vi, type MockInstance } from 'vitest';

/**
 * Answers what pdf.js asks for by address with the files that the build puts beside the page, as the app does. What it gives back
 * remembers the addresses.
 */
export function serveOwnFiles(): MockInstance<typeof fetch> {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(async (address) => {
    // pdf.js asks by text only.
    const { pathname } = new URL(address as string);
    if (!pathname.startsWith('/pdf/')) return new Response(null, { status: 404 });
    return new Response(await readFile(`node_modules/pdfjs-dist/${pathname.slice('/pdf/'.length)}`));
  });
}
