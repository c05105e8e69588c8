import type { Session } from 'electron';
import { briefPolicy } from '../windows/content-policy.ts';
import { briefOrigin, briefScheme } from '../windows/origins.ts';
import { notFound, serveFile } from '../windows/static-files.ts';

/** Briefs that have an address for the time being. */
export interface BriefDocuments {
  /** Puts a document behind an address of the brief's own origin. */
  readonly put: (html: string) => string;
  /** Forgets it. */
  readonly drop: (url: string) => void;
  /** Serves the documents, and the print styles and fonts in `/print/`, to pages of a session. */
  readonly serve: (session: Session) => void;
}

/** How many documents are kept: the preview, one replacing it and one being saved. */
const kept = 4;

/** Opens the store. `printFolder` holds the print styles and fonts. */
export function createBriefDocuments(printFolder: string): BriefDocuments {
  const documents = new Map<string, string>();
  let last = 0;
  const page = (html: string) =>
    new Response(html, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': briefPolicy },
    });
  return {
    put(html) {
      last += 1;
      const url = `${briefOrigin}/${String(last)}`;
      documents.set(url, html);
      for (const old of documents.keys()) if (documents.size > kept) documents.delete(old);
      return url;
    },
    drop: (url) => void documents.delete(url),
    serve(session) {
      session.protocol.handle(briefScheme, (request) => {
        const html = documents.get(request.url);
        if (html !== undefined) return page(html);
        const { pathname } = new URL(request.url);
        if (!pathname.startsWith('/print/')) return notFound();
        return serveFile(printFolder, pathname.slice('/print'.length), {});
      });
    },
  };
}
