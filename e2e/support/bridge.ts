import type { Page } from '@playwright/test';

/** The bridge as the preload script hands it to the page. */
interface RawBridge {
  readonly call: Readonly<Record<string, (args?: unknown) => Promise<unknown>>>;
}

/** Calls a method of the bridge from the page's own world, as any code in the page could. Rejects when it is refused. */
export function callBridge(page: Page, method: string, args?: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, value]) => {
      const { bridge } = globalThis as unknown as { bridge: RawBridge }; // put there by the preload script
      const door = bridge.call[name];
      return door === undefined ? Promise.reject(new Error(`no door ${name}`)) : door(value);
    },
    [method, args] as const,
  );
}
