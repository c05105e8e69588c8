import { briefScheme, sourceScheme } from './origins.ts';

/**
 * The window's content policy. Everything comes from the app's own files; nothing is fetched from elsewhere.
 * `trusted-types`: `default` is ours (renderer/bridge/trusted-types.ts), `lexical` is that library's own, and
 * it makes it anew at every paste, hence the duplicates.
 */
export const windowPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "worker-src 'self'",
  "connect-src 'self'",
  `frame-src ${sourceScheme}:`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default lexical 'allow-duplicates'",
].join('; ');

/** The brief's content policy: styles, fonts and pictures of its own; no scripts, no forms, no network, no frames. */
export const briefPolicy = [
  "default-src 'none'",
  `style-src ${briefScheme}: 'unsafe-inline'`,
  `font-src ${briefScheme}: data:`,
  `img-src ${briefScheme}: data:`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * The policy of captured pages: our own few styles, and pictures that are part of the page. Sandboxed once more, should a page ever be
 * opened outside of its frame.
 */
export const sourcePolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors app:',
  'sandbox',
].join('; ');
