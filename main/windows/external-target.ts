const allowed: readonly string[] = ['http:', 'https:', 'mailto:'];

/** An address that may be handed to the system, taken apart anew, and what to show of it; null for any other. */
export function externalTarget(address: string): { readonly url: string; readonly shown: string } | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!allowed.includes(url.protocol)) return null;
  // A name before an @ would make a strange host look familiar: never pass one on.
  url.username = '';
  url.password = '';
  const shown = url.protocol === 'mailto:' ? receiver(url.pathname) : url.host;
  return shown === '' ? null : { url: url.href, shown };
}

/** Whom a mail goes to, as people write it; nobody where it cannot be read. */
function receiver(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
