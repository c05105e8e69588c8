/** The window's own page: the only origin that may speak to the bridge. */
export const appScheme = 'app';
export const appOrigin = 'app://backstory';

/** The brief in the hidden window that prints it: a different origin, without scripts. */
export const briefScheme = 'brief';
export const briefOrigin = 'brief://print';

/** Captured pages as they looked, sanitised, in a sandboxed frame: another origin again, without scripts and without a network. */
export const sourceScheme = 'source';
export const sourceOrigin = 'source://page';

/** Whether an address belongs to the window's own page. Unparsable addresses do not. */
export function isAppAddress(address: string): boolean {
  return originOf(address) === appOrigin;
}

/** The origin of an address as `scheme://host`, or null. (URL.origin is "null" for schemes Node does not know.) */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
