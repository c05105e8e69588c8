/**
 * The address of a relay out of what a person typed: "relay.example.org" is "https://relay.example.org", and this computer's own ("localhost:4747")
 * is http where nothing else is said. Null for what is none: a path, a name or a password, http to another computer.
 */
export function relayAddress(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text)
    ? text
    : `${isThisComputer(hostIn(text)) ? 'http' : 'https'}://${text}`;
  if (!URL.canParse(address)) return null;
  const { origin, pathname, search, hash, username, password } = new URL(address);
  const isMore = pathname !== '/' || search !== '' || hash !== '' || username !== '' || password !== '';
  return !isMore && isRelayAddress(origin) ? origin : null;
}

/** Whether an address is that of a relay and nothing more: http or https, a host, no path, no name or password. */
export function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && address === `${protocol}//${host}`;
}

/** Whether devices may connect there: by TLS, or without where nobody is in between. */
export function isRelayAddress(address: string): boolean {
  if (!isOrigin(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || isThisComputer(hostname);
}

function isThisComputer(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function hostIn(text: string): string {
  return URL.canParse(`http://${text}`) ? new URL(`http://${text}`).hostname : '';
}
