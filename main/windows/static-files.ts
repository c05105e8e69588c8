import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  // Fonts and character maps that PDF files name and do not bring.
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.woff': 'font/woff',
};

/**
 * The file that an address's path names inside `folder`, or null when it would lead outside of it or cannot be decoded.
 * `/` names `index.html`.
 */
export function resolveInside(folder: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const file = normalize(join(folder, decoded === '/' ? 'index.html' : decoded));
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? file : null;
}

/** Answers a request for a file inside `folder`; 404 for what is not there or has a type we do not serve. */
export async function serveFile(folder: string, pathname: string, headers: Readonly<Record<string, string>>) {
  const file = resolveInside(folder, pathname);
  const type = file === null ? undefined : types[extname(file)];
  if (file === null || type === undefined) return notFound();
  try {
    const bytes = await readFile(file);
    return new Response(bytes, {
      headers: { 'content-type': type, 'x-content-type-options': 'nosniff', ...headers },
    });
  } catch {
    return notFound();
  }
}

/** The answer for everything that is not there. */
export function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } });
}
