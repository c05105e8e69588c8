/** A web address as a person typed it, taken apart; null for anything that is none. Names and passwords in it are left out. */
export function webTarget(typed: string): URL | null {
  const trimmed = typed.trim();
  // "canal.example/statements" is an address to everybody but a parser.
  const address = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[^/]*:\d/.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.hostname === '' || /\s/.test(trimmed)) return null;
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

/** Names of hosts that are this computer, or only exist in its own network. */
export function isPrivateName(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  if (/^\[.*\]$/.test(name) || /^\d+\.\d+\.\d+\.\d+$/.test(name)) return isPrivateIp(name.replace(/^\[|\]$/g, ''));
  return (
    !name.includes('.') || /(?:^|\.)(?:localhost|local|internal|lan|home|intranet|corp|private|home\.arpa)$/.test(name)
  );
}

/** Whether an IP address is this computer, its own network, or set aside for special use. */
export function isPrivateIp(ip: string): boolean {
  return ip.includes(':') ? isPrivateIp6(ip.toLowerCase()) : isPrivateIp4(ip);
}

function isPrivateIp4(ip: string): boolean {
  const [first = 0, second = 0, third = 0] = ip.split('.').map(Number);
  if (first === 0 || first === 10 || first === 127 || first >= 224) return true;
  if (first === 100) return second >= 64 && second < 128;
  if (first === 169) return second === 254;
  if (first === 172) return second >= 16 && second < 32;
  if (first === 192) return second === 168 || (second === 0 && (third === 0 || third === 2));
  return first === 198 && (second === 18 || second === 19);
}

function isPrivateIp6(ip: string): boolean {
  // An IPv4 address in IPv6's clothes, as it is written or as a parser writes it.
  const dotted = /^(?:::ffff:|64:ff9b::)(\d+\.\d+\.\d+\.\d+)$/.exec(ip)?.[1];
  if (dotted !== undefined) return isPrivateIp4(dotted);
  const [, high, low] = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(ip) ?? [];
  if (high !== undefined && low !== undefined) {
    const number = Number.parseInt(high, 16) * 65536 + Number.parseInt(low, 16);
    return isPrivateIp4([24, 16, 8, 0].map((shift) => String((number >>> shift) & 255)).join('.'));
  }
  return ip === '::' || ip === '::1' || /^f[cd]/.test(ip) || /^fe[89ab]/.test(ip) || /^ff/.test(ip);
}
