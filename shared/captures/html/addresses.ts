/** An address that a person may be shown as a link, made whole; '' for any other: a script, a file, a place on the same page. */
export function linkAddress(raw: string, base: string): string {
  const trimmed = raw.trim();
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.length > 4096) return '';
  const known = base !== '' && URL.canParse(base);
  if (!(known ? URL.canParse(trimmed, base) : URL.canParse(trimmed))) return '';
  const { href, protocol } = known ? new URL(trimmed, base) : new URL(trimmed);
  return protocol === 'http:' || protocol === 'https:' || protocol === 'mailto:' ? href : '';
}

/** A web address, made whole; '' for anything else. */
export function webAddress(raw: string, base: string): string {
  const address = linkAddress(raw, base);
  return address.startsWith('mailto:') ? '' : address;
}
