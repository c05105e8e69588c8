import type { IncomingHttpHeaders } from 'node:http';
import { isIPv6 } from 'node:net';

/** Hexadecimal groups of an IPv6 address that are one household or office (a /64). */
const network = 4;

/**
 * Who limits count a request for: the address that it comes from, or, behind a proxy, the last that X-Forwarded-For names: what stands before was said by
 * whoever asks. Of IPv6 the network, since each of its computers has as many addresses as it likes.
 */
export function limitedAddress(remote: string | undefined, headers: IncomingHttpHeaders, trustProxy: boolean): string {
  const header = trustProxy ? headers['x-forwarded-for'] : undefined;
  const forwarded = (Array.isArray(header) ? header.join(',') : header)?.split(',').at(-1)?.trim();
  const address = forwarded === undefined || forwarded === '' ? (remote ?? '') : forwarded;
  if (!isIPv6(address) || address.includes('.')) return address;
  const [before = '', after] = address.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  return [...head, ...Array.from({ length: zeros }, () => '0'), ...tail].slice(0, network).join(':');
}
