import type { Session } from 'electron';
import { sourcePolicy } from './content-policy.ts';
import { sourceOrigin, sourceScheme } from './origins.ts';
import { notFound } from './static-files.ts';

/** Captured pages that have an address for the time being. */
export interface SourcePages {
  /** Puts a page, sanitised by who brings it, behind an address of the sources' own origin. */
  readonly put: (html: string) => string;
  /** Serves the pages to frames of a session. */
  readonly serve: (session: Session) => void;
}

/** The page that is shown, and the one that takes its place. */
const kept = 2;

/** The look of pages whose own styles are not shown: quiet type, pictures and tables that stay within the frame. */
const style = `
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 1.5rem auto; padding: 0 1.5rem; background: #fff; color: #1d1b18; font: 1rem/1.55 Georgia, serif; overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; }
td, th { padding: .25rem .5rem; border: 1px solid #ccc; vertical-align: top; }
pre { overflow-x: auto; white-space: pre-wrap; }
a { color: #0d5c73; }
@media (prefers-color-scheme: dark) {
  body { background: #171614; color: #ece8e0; }
  td, th { border-color: #4a463f; }
  a { color: #6bb8cf; }
}`;

/** Opens the store. Nothing of a page runs, and nothing is fetched for it: the policy stands on every answer. */
export function createSourcePages(): SourcePages {
  const pages = new Map<string, string>();
  return {
    put(html) {
      // Nobody can guess the address of another page.
      const url = `${sourceOrigin}/${crypto.randomUUID()}`;
      pages.set(url, html.replace('<head>', `<head><style>${style}</style>`));
      for (const old of pages.keys()) if (pages.size > kept) pages.delete(old);
      return url;
    },
    serve(session) {
      session.protocol.handle(sourceScheme, (request) => {
        const html = pages.get(request.url.split('#')[0] ?? '');
        if (html === undefined) return notFound();
        return new Response(html, {
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': sourcePolicy,
            'referrer-policy': 'no-referrer',
            'x-content-type-options': 'nosniff',
          },
        });
      });
    },
  };
}
