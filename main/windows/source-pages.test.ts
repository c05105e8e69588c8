import { describe, expect, it } from 'vitest';
import { sourcePolicy, windowPolicy } from './content-policy.ts';
import { isAppAddress } from './origins.ts';
import { createSourcePages } from './source-pages.ts';

/** A session that hands over what answers its requests. */
function served() {
  let handler: ((request: { readonly url: string }) => Response | Promise<Response>) | null = null;
  const protocol = {
    handle: (scheme: string, answer: typeof handler) => {
      expect(scheme).toBe('source');
      handler = answer;
    },
  };
  return {
    // Nothing else of a session is used.
    session: { protocol } as unknown as Electron.Session,
    ask: async (url: string) => handler?.({ url }),
  };
}

describe('pages of sources', () => {
  it('stand behind an address of their own, with a policy that lets nothing run and nothing be fetched', async () => {
    const pages = createSourcePages();
    const { session, ask } = served();
    pages.serve(session);
    const url = pages.put('<!DOCTYPE html><html><head></head><body>Tugs</body></html>');
    expect(isAppAddress(url)).toBe(false);
    const answer = await ask(`${url}#top`);
    expect(await answer?.text()).toContain('<body>Tugs</body>');
    expect(answer?.headers.get('content-security-policy')).toBe(sourcePolicy);
    expect(sourcePolicy).toMatch(/default-src 'none'.*sandbox$/);
    expect(sourcePolicy).not.toContain('script-src');
    expect(windowPolicy).toContain('frame-src source:;');
    expect((await ask('source://page/other'))?.status).toBe(404);
  });

  it('are forgotten when others are shown', async () => {
    const pages = createSourcePages();
    const { session, ask } = served();
    pages.serve(session);
    const first = pages.put('<html><head></head></html>');
    pages.put('<html><head></head></html>');
    pages.put('<html><head></head></html>');
    expect((await ask(first))?.status).toBe(404);
  });
});
