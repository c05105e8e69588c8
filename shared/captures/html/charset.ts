import { asciiOf } from '../text/bytes.ts';

/** How far into a page its own declaration is looked for; browsers look at 1024. */
const lookedAt = 4096;

/** The encoding that a page declares in its head; '' where it does not. */
export function declaredCharset(bytes: Uint8Array): string {
  const head = asciiOf(bytes, 0, lookedAt);
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/i.exec(head)?.[1];
  const meta = /<meta[^>]+charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1];
  return meta ?? xml ?? '';
}
