import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { inRoot } from '../../setup/paths.mjs';

/** A module, named from the checkout's top, and all it imports as one plain script, minified as the app's own is. */
export async function script(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [inRoot(path)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome130',
    // Libraries come in two sorts; the app ships with this one.
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    // Fuse would look there for its worker; it is given one.
    logOverride: { 'empty-import-meta': 'silent' },
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

/** Calls what a script evaluated before has put on the page's global object. */
export function call<T>(page: Page, name: string, ...args: readonly unknown[]): Promise<T> {
  return page.evaluate(
    ([wanted, given]) => {
      // The scripts of `tools/bench/bare` put functions there, and their callers know what those give.
      const there = globalThis as unknown as Record<string, ((...args: readonly unknown[]) => Promise<T>) | undefined>;
      const found = there[wanted];
      if (found === undefined) throw new Error(`${wanted} is not there`);
      return found(...given);
    },
    [name, args] as const,
  );
}
